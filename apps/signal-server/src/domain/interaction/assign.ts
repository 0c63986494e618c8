import type { CallState } from '@beckon/shared/model/call-view'
import type { ContactChannel } from '@beckon/shared/model/channel'
import type { AgentId, CallId, StreamId, TabId } from '@beckon/shared/model/ids'
import { liveHolder } from '../call/live-holder.ts'
import type { Draft } from '../draft.ts'
import type { CallRow, InteractionRow } from '../rows.ts'
import { tellCustomer } from './tell-customer.ts'

/** Gives an interaction to an agent: the fence rises, the customer is told who it is, and on what channel if not theirs. */
export function assign(
  draft: Draft,
  interaction: InteractionRow,
  agentId: AgentId,
  insteadOf?: ContactChannel,
): InteractionRow {
  const assigned: InteractionRow = {
    ...interaction,
    status: 'assigned',
    offerId: null,
    ownerId: agentId,
    fence: interaction.fence + 1,
    answeredAt: interaction.answeredAt ?? draft.now,
    silentSince: interaction.channel === 'chat' ? draft.now : null,
  }
  draft.put('interactions', assigned)
  for (const presence of draft.state.presencesOn(agentId, interaction.channel)) {
    draft.put('presences', { ...presence, lastAssignedAt: draft.now })
  }
  const customer = draft.state.customerOf(interaction)
  if (customer && customer.lastAgentId !== agentId) draft.put('customers', { ...customer, lastAgentId: agentId })
  const agent = draft.state.agents.get(agentId)?.name ?? ''
  tellCustomer(draft, interaction, { kind: 'joined', agent, ...(insteadOf && { insteadOf }) })
  return assigned
}

/** An agent has it by an offer, answered in a tab or, where that is the queue's policy, by itself. */
export function take(
  draft: Draft,
  interaction: InteractionRow,
  agentId: AgentId,
  agentTabId: TabId | null,
): InteractionRow {
  const assigned = assign(draft, interaction, agentId)
  if (assigned.channel === 'voice') answerCall(draft, assigned, agentTabId)
  return assigned
}

/** The tab that accepts holds the agent's side; with the customer's there both connect from this commit on [VO10]. */
function answerCall(draft: Draft, interaction: InteractionRow, agentTabId: TabId | null): void {
  const call = draft.state.callOf(interaction.id) ?? beginCall(draft, interaction, 'joining', null)
  const both = agentTabId !== null && liveHolder(draft.state, call.customerTabId, interaction.customerId) !== null
  draft.put('calls', { ...call, agentTabId, state: both ? 'connecting' : 'joining' })
}

/** Begins the call of a voice interaction; its signals get a stream of their own. */
export function beginCall(
  draft: Draft,
  interaction: InteractionRow,
  state: CallState,
  customerTabId: TabId | null,
): CallRow {
  const call: CallRow = {
    id: draft.ids.uuid() as CallId,
    interactionId: interaction.id,
    streamId: draft.ids.uuid() as StreamId,
    epoch: 1,
    state,
    agentTabId: null,
    customerTabId,
    startedAt: draft.now,
    connectedAt: null,
    endedAt: null,
  }
  draft.put('calls', call)
  draft.openStream({ id: call.streamId, interactionId: interaction.id, kind: 'call' })
  return call
}
