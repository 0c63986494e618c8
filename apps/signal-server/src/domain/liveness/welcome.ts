import type { AgentId, CustomerId } from '@beckon/shared/model/ids'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { noteChange } from '../presence/choose.ts'
import { beginWork } from '../presence/sign-in.ts'

/** A page of theirs is connected: whatever was not released yet goes on [PR4]. `first`: they had none. */
export function welcomeAgent(draft: Draft, agentId: AgentId, first: boolean): void {
  const agent = draft.state.agents.get(agentId)
  if (!agent) return
  if (agent.lostAt !== null) draft.put('agents', { ...agent, lostAt: null })
  if (!first) return
  noteChange(draft, { agentId, channel: null, was: 'offline', became: 'online', reason: null })
  // Within this time a reload, a moved page or a short sleep: they are back, not new.
  const away = agent.lostAt === null ? Number.POSITIVE_INFINITY : draft.now - agent.lostAt
  if (away >= waits.lostAgent.chat) beginWork(draft, agentId)
}

export function welcomeCustomer(draft: Draft, customerId: CustomerId): void {
  for (const row of draft.state.interactionsOf(customerId)) {
    if (row.customerLostAt !== null) draft.put('interactions', { ...row, customerLostAt: null })
  }
}
