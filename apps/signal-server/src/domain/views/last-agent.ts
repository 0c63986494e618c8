import { contactChannels, type MediaKind } from '@beckon/shared/model/channel'
import { seatsOf } from '../routing/pool.ts'
import type { AgentRow, CustomerRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

const customers: ReadonlySet<MediaKind> = new Set(contactChannels)

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

/** A seat of theirs is free, as routing sees it. */
const isAvailable = (state: SiteState, agent: AgentRow): boolean =>
  seatsOf(state, agent).some(({ channel, standing }) => standing === 'free' && customers.has(channel))
