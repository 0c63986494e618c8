import type { Channel, MediaKind } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import type { AgentRow, InteractionRow, PresenceRow, TabRow } from '../rows.ts'
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

/** The pages a media channel is reached by: a voice those of its device, any other all of the agent's [PR24]. */
export const pagesOf = ({ channel, deviceId }: PresenceRow, pages: readonly TabRow[]): readonly TabRow[] =>
  channel === 'voice' ? pages.filter((tab) => tab.deviceId === deviceId) : pages

/** A call needs a page whose device is ready for sound; anything else only needs a page [PR17]. */
export const hasSound = (channel: MediaKind, pages: readonly TabRow[]): boolean =>
  channel !== 'voice' || pages.some((tab) => tab.soundReady)

/** Meant by who speaks of all their channels: not a device that is elsewhere, unless all are [PR2]. */
export const isAtHand = (state: SiteState, presence: PresenceRow): boolean => {
  const pages = state.tabsOf(presence.agentId)
  return pages.length === 0 || pagesOf(presence, pages).length > 0
}

/** What rings on its kind of channel rings on this one [PR25]. */
export const rings = (state: SiteState, presence: PresenceRow): boolean => {
  const pages = pagesOf(presence, state.tabsOf(presence.agentId))
  return presence.intent === 'available' && pages.length > 0 && hasSound(presence.channel, pages)
}

/** How one media channel stands for new contacts, work in hand aside: the choice, unless something covers it [PR16]. */
function standingOf(agent: AgentRow, presence: PresenceRow, all: readonly TabRow[]): Standing {
  if (agent.dndSince !== null || agent.nextReason !== null) return 'unavailable'
  const pages = pagesOf(presence, all)
  if (pages.length === 0) return 'away'
  if (presence.intent !== 'available') return presence.intent
  return hasSound(presence.channel, pages) && pages.some((tab) => tab.screenUp) ? 'free' : 'device-not-ready'
}

/** How an agent can be reached on one kind of channel, by whichever of their media channels is the nearest to free. */
export interface Reach {
  channel: MediaKind
  standing: Standing
  lastAssignedAt: number
}

export function reachesOf(state: SiteState, agent: AgentRow): Reach[] {
  const pages = state.tabsOf(agent.id)
  const live = isLive(state, agent)
  const reaches: Reach[] = []
  for (const presence of state.presencesOf(agent.id)) {
    const { channel, lastAssignedAt } = presence
    const standing = live ? standingOf(agent, presence, pages) : 'away'
    const known = reaches.find((reach) => reach.channel === channel)
    if (!known) reaches.push({ channel, standing, lastAssignedAt })
    else if (standings.indexOf(standing) < standings.indexOf(known.standing)) known.standing = standing
    if (known) known.lastAssignedAt = Math.max(known.lastAssignedAt, lastAssignedAt)
  }
  return reaches
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
