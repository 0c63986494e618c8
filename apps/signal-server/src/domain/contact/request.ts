import type { Channel } from '@beckon/shared/model/channel'
import type { ContextBag } from '@beckon/shared/model/context'
import type { CustomerId, DataSessionId, DialogueId, InteractionId, StreamId } from '@beckon/shared/model/ids'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { makeReference } from '@beckon/shared/rules/reference'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { customerIdOf } from '../interaction/own-interaction.ts'
import type { CustomerRow, DataSessionRow, InteractionRow } from '../rows.ts'
import type { Decide } from '../site-command.ts'
import type { SiteState } from '../site-state.ts'
import { knownSubject } from './known-subject.ts'

/** A customer asks to be served: an interaction is queued; routing follows in the same batch. */
export const requestContact: Decide<'contact:request'> = (draft, payload, { by }) => {
  const customer = draft.state.customers.get(customerIdOf(by) ?? '')
  if (!customer) return refuse('not-found')
  if (openOn(draft.state, customer.id, payload.channel)) return refuse('already-open')
  const parent = payload.parentId && draft.state.interactions.get(payload.parentId)
  if (payload.parentId && (!parent || parent.customerId !== customer.id)) return refuse('not-found')
  const interaction = open(draft, customer, {
    channel: payload.channel,
    subject: parent ? parent.subject : knownSubject(draft.state, payload.subject),
    dataSessionId: startDataSession(draft, customer.id, payload.bag),
    parent,
  })
  draft.put('interactions', interaction)
  return ok({ interactionId: interaction.id })
}

/** The one a customer has open on a channel; one being wrapped up is over for them. */
export const openOn = (state: SiteState, customerId: CustomerId, channel: Channel): InteractionRow | undefined =>
  state.interactionsOf(customerId).find((row) => row.channel === channel && row.status !== 'wrap-up')

export const bagColumns = (bag: ContextBag): Pick<DataSessionRow, 'items' | 'trail' | 'locale' | 'device'> => ({
  items: bag.items,
  trail: bag.trail,
  locale: bag.locale ?? null,
  device: bag.device ?? null,
})

function startDataSession(draft: Draft, customerId: CustomerId, bag: ContextBag): DataSessionId {
  const id = draft.ids.uuid() as DataSessionId
  draft.put('dataSessions', { id, customerId, ...bagColumns(bag), expiresAt: draft.now + waits.dataSession })
  return id
}

/**
 * A customer has one dialogue, made with the first contact. The customer's row is written with every contact: nodes
 * that let go of it after the last one learn it again when they catch up [DL6].
 */
function dialogueOf(draft: Draft, customer: CustomerRow): DialogueId {
  const id = customer.dialogueId ?? (draft.ids.uuid() as DialogueId)
  draft.put('customers', { ...customer, dialogueId: id })
  if (!customer.dialogueId) draft.put('dialogues', { id, customerId: customer.id, startedAt: draft.now })
  return id
}

/** A new queued interaction with its two streams; the caller puts it. */
export function open(
  draft: Draft,
  customer: CustomerRow,
  from: { channel: Channel; subject: string; dataSessionId: DataSessionId; parent: InteractionRow | undefined },
): InteractionRow {
  const id = draft.ids.uuid() as InteractionId
  const conversationId = draft.ids.uuid() as StreamId
  const deskId = draft.ids.uuid() as StreamId
  draft.openStream({ id: conversationId, interactionId: id, kind: 'conversation' })
  draft.openStream({ id: deskId, interactionId: id, kind: 'desk' })
  return {
    id,
    dialogueId: dialogueOf(draft, customer),
    customerId: customer.id,
    dataSessionId: from.dataSessionId,
    parentId: from.parent?.id ?? null,
    reference: makeReference(draft.ids.random(7)),
    channel: from.channel,
    subject: from.subject,
    status: 'queued',
    cause: null,
    priority: 0,
    enqueuedAt: draft.now,
    offerId: null,
    ownerId: null,
    fence: 1,
    preferredAgentId: from.parent?.ownerId ?? null,
    passedBy: {},
    // A page that went while its request was on the way: its customer has left [IN10].
    customerLostAt: draft.state.tabsOf(customer.id).length > 0 ? null : draft.now,
    answeredAt: null,
    endedAt: null,
    wrapUpUntil: null,
    closedAt: null,
    disposition: null,
    conversationId,
    deskId,
  }
}
