import type { Channel } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import type { AgentRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** Slots of one media channel that are taken: owned interactions, wrap-up included, and ringing offers. */
export function used(state: SiteState, agentId: AgentId, channel: Channel): number {
  let count = 0
  for (const interaction of state.ownedBy(agentId)) if (interaction.channel === channel) count++
  for (const offer of state.offersTo(agentId)) if (offer.channel === channel) count++
  return count
}

export const capacityOf = (agent: AgentRow, channel: Channel): number => agent.capacity[channel]

/** A page of theirs is connected. */
export const isLive = (state: SiteState, agent: AgentRow): boolean =>
  agent.lostAt === null && state.tabsOf(agent.id).length > 0
