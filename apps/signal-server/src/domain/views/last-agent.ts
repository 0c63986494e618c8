import { contactChannels } from '@beckon/shared/model/channel'
import { capacityOf, intentNow, isLive, used } from '../routing/load.ts'
import type { AgentRow, CustomerRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

export interface LastAgent {
  name: string
  available: boolean
}

/** Who served a customer last, where the site lets customers know; of a stranger nobody is told [QU15]. */
export function lastAgent(
  state: SiteState,
  customer: Pick<CustomerRow, 'externalId' | 'lastAgentId'>,
): LastAgent | undefined {
  const { externalId, lastAgentId } = customer
  if (state.rules.settings.tellsAgent !== 'last' || externalId === null || lastAgentId === null) return undefined
  const agent = state.agents.get(lastAgentId)
  return agent && { name: agent.name, available: isAvailable(state, agent) }
}

const isAvailable = (state: SiteState, agent: AgentRow): boolean =>
  isLive(state, agent) &&
  contactChannels.some((channel) => {
    const presence = state.presenceOf(agent.id, channel)
    const chosen = presence !== undefined && intentNow(state, agent, presence) === 'available'
    return chosen && used(state, agent.id, channel) < capacityOf(agent, channel)
  })
