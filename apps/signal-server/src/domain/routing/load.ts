import type { Channel } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import type { AgentRow, PresenceRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** Slots of one media channel that are taken: owned interactions, wrap-up included, and ringing offers. */
export function used(state: SiteState, agentId: AgentId, channel: Channel): number {
  let count = 0
  for (const interaction of state.ownedBy(agentId)) if (interaction.channel === channel) count++
  for (const offer of state.offersTo(agentId)) if (offer.channel === channel) count++
  return count
}

export const capacityOf = (agent: AgentRow, channel: Channel): number => agent.capacity[channel] ?? 0

/** A page of theirs is connected. */
export const isLive = (state: SiteState, agent: AgentRow): boolean =>
  agent.lostAt === null && state.tabsOf(agent.id).length > 0

/** Whether an agent can take one more on a media channel now, and if not, why: the first that holds. */
export type Standing = 'free' | 'away' | 'unavailable' | 'not-responding' | 'ringing' | 'full' | 'interrupted'

export function standingOf(state: SiteState, agent: AgentRow, { channel, intent }: PresenceRow): Standing {
  if (!isLive(state, agent)) return 'away'
  if (intent !== 'available') return intent
  if (state.offersTo(agent.id).length > 0) return 'ringing'
  if (used(state, agent.id, channel) >= capacityOf(agent, channel)) return 'full'
  for (const { channel: working } of state.ownedBy(agent.id)) {
    if (!state.rules.mayInterrupt(working, channel)) return 'interrupted'
  }
  return 'free'
}
