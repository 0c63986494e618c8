import type { InteractionId, StreamId } from '@beckon/shared/model/ids'
import { makeReference } from '@beckon/shared/rules/reference'
import type { Draft } from '../draft.ts'
import { minutes } from '../queue/rank.ts'
import type { InteractionRow } from '../rows.ts'

/** Who is asked first, why, and until when nobody else is. */
export type Preference = Pick<InteractionRow, 'preferredAgentId' | 'preferredAs' | 'preferredUntil'>
export const noPreference: Preference = { preferredAgentId: null, preferredAs: null, preferredUntil: null }

/** What is particular to an interaction from its beginning. */
type Beginning = Pick<
  InteractionRow,
  'dialogueId' | 'customerId' | 'dataSessionId' | 'parentId' | 'channel' | 'subject' | 'queue' | 'plan' | 'value'
> &
  Preference &
  Pick<InteractionRow, 'agreementAt' | 'customerLostAt' | 'task'>

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
