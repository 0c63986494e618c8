import type { AgentId, CustomerId } from '@beckon/shared/model/ids'
import type { Draft } from '../draft.ts'

/** A page of theirs is connected: whatever was not released yet goes on [PR4]. */
export function welcomeAgent(draft: Draft, agentId: AgentId): void {
  const agent = draft.state.agents.get(agentId)
  if (agent && agent.lostAt !== null) draft.put('agents', { ...agent, lostAt: null })
}

export function welcomeCustomer(draft: Draft, customerId: CustomerId): void {
  for (const row of draft.state.interactionsOf(customerId)) {
    if (row.customerLostAt !== null) draft.put('interactions', { ...row, customerLostAt: null })
  }
}
