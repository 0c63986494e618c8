import type { AgentId } from '@beckon/shared/model/ids'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { openOn, open } from '../contact/request.ts'
import type { Draft } from '../draft.ts'
import { assign, beginCall } from '../interaction/assign.ts'
import { ownInteraction } from '../interaction/own-interaction.ts'
import { capacityOf, used } from '../routing/load.ts'
import type { CustomerRow, InteractionRow } from '../rows.ts'
import type { Decide, ValueOf } from '../site-command.ts'

/** The owner of a chat asks its customer to talk: a second interaction of the same dialogue, already theirs [VO2]. */
export const inviteToCall: Decide<'call:invite'> = (draft, { interactionId }, { by }) => {
  const parent = ownInteraction(draft.state, interactionId, by)
  const customer = parent && draft.state.customerOf(parent)
  const agent = parent?.ownerId ? draft.state.agents.get(parent.ownerId) : undefined
  if (!parent || !customer || !agent) return refuse('not-found')
  if (parent.status !== 'assigned') return refuse('closed')
  if (openOn(draft.state, customer.id, 'voice')) return refuse('already-open')
  if (used(draft.state, agent.id, 'voice') >= capacityOf(agent, 'voice')) return refuse('busy')
  return ok(inviteCustomer(draft, parent, customer, agent.id))
}

/** The call of a chat, the agent's own at once; its customer has yet to answer. */
export function inviteCustomer(
  draft: Draft,
  parent: InteractionRow,
  customer: CustomerRow,
  agentId: AgentId,
): ValueOf<'call:invite'> {
  const { dataSessionId, subject, plan } = parent
  const queue = draft.state.rules.queue(parent.queue)
  const contact = open(draft, customer, { channel: 'voice', subject, dataSessionId, parent, queue, plan, handle: null })
  const interaction = assign(draft, contact, agentId)
  const call = beginCall(draft, interaction, 'invited', null)
  return { interactionId: interaction.id, callId: call.id }
}
