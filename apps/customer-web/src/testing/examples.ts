import { newId } from '@beckon/shared/client/new-id'
import type { CustomerInteraction, CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry, EntryBody } from '@beckon/shared/model/entry'
import type { InteractionId, StreamId } from '@beckon/shared/model/ids'

export const anInteraction = (given: Partial<CustomerInteraction> = {}): CustomerInteraction => ({
  id: newId<InteractionId>(),
  parentId: null,
  channel: 'chat',
  subject: 'baggage',
  reference: 'BS-23456789',
  status: 'assigned',
  position: null,
  estimatedWait: null,
  unserved: false,
  staffed: true,
  greeting: null,
  enqueuedAt: 40_000,
  agentName: 'Ana',
  agentPresence: 'here',
  conversation: newId<StreamId>(),
  call: null,
  ...given,
})

export const aView = (...interactions: CustomerInteraction[]): CustomerView => ({
  version: 1,
  now: 100_000,
  customer: { name: '', identified: false },
  interactions,
})

let order = 0

/** Numbered in the order they are made. */
export function anEntry(body: EntryBody, given: Partial<Entry> = {}): Entry {
  order += 1
  const kind = body.kind === 'message' ? 'agent' : 'system'
  return {
    streamId: newId(),
    seq: order,
    id: newId(),
    order,
    at: 50_000 + order,
    author: { kind, name: kind === 'agent' ? 'Ana' : '' },
    body,
    ...given,
  }
}
