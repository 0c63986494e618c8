import type { Channel, MediaKind } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import type { PresenceIntent } from '@beckon/shared/model/presence'
import type { AgentRow, InteractionRow, PresenceRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** Owned, wrap-up included, and its customer not silent for long [SI1]. */
export const takesSlot = (row: InteractionRow, channel: MediaKind): boolean =>
  row.channel === channel && row.silence === 'short'

/** Slots of one media channel that are taken: what is owned and takes one, and ringing offers. */
export function used(state: SiteState, agentId: AgentId, channel: MediaKind): number {
  let count = 0
  for (const interaction of state.ownedBy(agentId)) if (takesSlot(interaction, channel)) count++
  for (const offer of state.offersTo(agentId)) if (offer.channel === channel) count++
  return count
}

/** Whether what rings on one channel keeps an agent from being asked on another: a task waits, a customer does not [TA3]. */
export const ringsFor = (ringing: Channel, asked: MediaKind): boolean => ringing !== 'task' || asked === 'task'

export const capacityOf = (agent: AgentRow, channel: MediaKind): number => agent.capacity[channel] ?? 0

/** A page of theirs is connected. */
export const isLive = (state: SiteState, agent: AgentRow): boolean =>
  agent.lostAt === null && state.tabsOf(agent.id).length > 0

/** A call needs a page whose device is ready for sound; anything else only needs a page [PR17]. */
export const hasSound = (state: SiteState, agentId: AgentId, channel: MediaKind): boolean =>
  channel !== 'voice' || state.tabsOf(agentId).some((tab) => tab.soundReady)

/** Some page of theirs shows what comes, and one can take it [PR17, PR22]. */
const hasDevice = (state: SiteState, agentId: AgentId, channel: MediaKind): boolean =>
  hasSound(state, agentId, channel) && state.tabsOf(agentId).some((tab) => tab.screenUp)

/** What holds for new contacts on a media channel: the choice, unless something covers it. */
export function intentNow(
  state: SiteState,
  agent: AgentRow,
  { channel, intent }: PresenceRow,
): PresenceIntent | 'device-not-ready' {
  if (agent.dndSince !== null || agent.nextReason !== null) return 'unavailable'
  return intent === 'available' && !hasDevice(state, agent.id, channel) ? 'device-not-ready' : intent
}

/** Whether an agent can take one more on a media channel now, and if not, why: from the nearest to it to the farthest. */
export const standings = [
  'free',
  'ringing',
  'full',
  'interrupted',
  'not-responding',
  'device-not-ready',
  'unavailable',
  'away',
] as const
export type Standing = (typeof standings)[number]

export const byStanding = <T>(make: () => T): Record<Standing, T> => ({
  free: make(),
  ringing: make(),
  full: make(),
  interrupted: make(),
  'not-responding': make(),
  'device-not-ready': make(),
  unavailable: make(),
  away: make(),
})
