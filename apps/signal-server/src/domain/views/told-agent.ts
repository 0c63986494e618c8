import { contactChannels, type MediaKind } from '@beckon/shared/model/channel'
import type { OwnAs } from '@beckon/shared/model/routing-explanation'
import { ownAgents } from '../contact/own-agent.ts'
import type { AgentRow, CustomerRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

const customers: ReadonlySet<MediaKind> = new Set(contactChannels)

export interface ToldAgent {
  name: string
  as: OwnAs
  available: boolean
}

/**
 * Of which agent of their own a customer is told, where the site lets customers know: the first who is available, else
 * the first. To a stranger all but the one whom the page names is unknown [QU15].
 */
export function toldAgent(
  state: SiteState,
  customer: Pick<CustomerRow, 'id' | 'externalId' | 'lastAgentId'>,
  handle: string | null,
): ToldAgent | undefined {
  const tells = state.rules.settings.tellsAgent ?? []
  const known = customer.externalId === null ? undefined : customer
  const told = ownAgents(state, known, handle).flatMap(({ agentId, as }) => {
    const agent = tells.includes(as) ? state.agents.get(agentId) : undefined
    return agent ? [{ name: agent.name, as, available: isAvailable(state, agent) }] : []
  })
  return told.find(({ available }) => available) ?? told[0]
}

/** A seat of theirs is free, as routing sees it. */
const isAvailable = (state: SiteState, agent: AgentRow): boolean =>
  state.routing.seatsOf(agent.id).some(({ channel, standing }) => standing === 'free' && customers.has(channel))
