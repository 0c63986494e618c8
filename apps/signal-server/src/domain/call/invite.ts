import { ok, refuse } from '@beckon/shared/protocol/reply'
import { openOn, open } from '../contact/request.ts'
import { assign, beginCall } from '../interaction/assign.ts'
import { ownInteraction } from '../interaction/own-interaction.ts'
import { capacityOf, used } from '../routing/load.ts'
import type { Decide } from '../site-command.ts'

/** The owner of a chat asks its customer to talk: a second interaction of the same dialogue, already theirs [VO2]. */
export const inviteToCall: Decide<'call:invite'> = (draft, { interactionId }, { by }) => {
  const parent = ownInteraction(draft.state, interactionId, by)
  const customer = parent && draft.state.customers.get(parent.customerId)
  const agent = parent?.ownerId ? draft.state.agents.get(parent.ownerId) : undefined
  if (!parent || !customer || !agent) return refuse('not-found')
  if (parent.status !== 'assigned') return refuse('closed')
  if (openOn(draft.state, customer.id, 'voice')) return refuse('already-open')
  if (used(draft.state, agent.id, 'voice') >= capacityOf(agent, 'voice')) return refuse('busy')
  const { dataSessionId, subject, plan } = parent
  const queue = draft.state.rules.queue(parent.queue)
  const contact = open(draft, customer, { channel: 'voice', subject, dataSessionId, parent, queue, plan })
  const interaction = assign(draft, contact, agent.id)
  const call = beginCall(draft, interaction, 'invited', null)
  return ok({ interactionId: interaction.id, callId: call.id })
}
