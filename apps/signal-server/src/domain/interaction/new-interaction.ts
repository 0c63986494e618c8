import type { InteractionId, StreamId } from '@beckon/shared/model/ids'
import { makeReference } from '@beckon/shared/rules/reference'
import type { Draft } from '../draft.ts'
import { minutes } from '../queue/rank.ts'
import type { InteractionRow } from '../rows.ts'

/** What is particular to an interaction from its beginning. */
type Beginning = Pick<
  InteractionRow,
  'dialogueId' | 'customerId' | 'dataSessionId' | 'parentId' | 'channel' | 'subject' | 'queue' | 'plan' | 'value'
> &
  Pick<InteractionRow, 'agreementAt' | 'preferredAgentId' | 'preferredUntil' | 'customerLostAt' | 'task'>

/** A new queued interaction with its two streams; the caller puts it. */
export function newInteraction(draft: Draft, beginning: Beginning): InteractionRow {
  const { ids, now } = draft
  const id = ids.uuid() as InteractionId
  const conversationId = ids.uuid() as StreamId
  const deskId = ids.uuid() as StreamId
  draft.openStream({ id: conversationId, interactionId: id, kind: 'conversation' })
  draft.openStream({ id: deskId, interactionId: id, kind: 'desk' })
  return {
    ...beginning,
    id,
    reference: makeReference(ids.random(7)),
    status: 'queued',
    cause: null,
    enqueuedAt: now,
    rankAt: now - minutes(beginning.value),
    agreementMissedAt: null,
    relaxed: 0,
    offerId: null,
    ownerId: null,
    fence: 1,
    passedBy: {},
    answeredAt: null,
    silentSince: null,
    silence: 'short',
    endedAt: null,
    wrapUpUntil: null,
    closedAt: null,
    disposition: null,
    conversationId,
    deskId,
    parkedUntil: null,
  }
}
