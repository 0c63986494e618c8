import type { EntryBody } from '@beckon/shared/model/entry'
import { makeReference } from '@beckon/shared/rules/reference'
import type { Ids } from '../runtime/ids.ts'
import type { DemoContact } from './demo-past.ts'

/** Who took part, by id and screen name. */
export interface Parties {
  siteId: string
  customer: { id: string; name: string; dialogueId: string }
  agent: { id: string; name: string }
}

/** Rows of one closed contact, as {table: [row, …]} in columns. */
export interface PastRows {
  data_sessions: object[]
  interactions: object[]
  streams: object[]
  entries: object[]
}

const WAITED_MS = 24_000
const TURN_MS = 41_000
const CALL_MS = 212_000
const WRAP_UP_MS = 35_000

/** One contact that began at `startedAt` and is over. */
export function pastRows(contact: DemoContact, parties: Parties, startedAt: number, ids: Ids): PastRows {
  const id = ids.uuid()
  const conversationId = ids.uuid()
  const deskId = ids.uuid()
  const dataSessionId = ids.uuid()
  const taken = contact.cause !== 'abandoned'
  const told = tell(contact, parties, startedAt)
  const endedAt = told.at(-1)?.at ?? startedAt + WAITED_MS
  const closedAt = taken ? endedAt + WRAP_UP_MS : endedAt
  const desk = taken ? wrapUp(contact, parties, endedAt, closedAt) : []
  const ofSite = { site_id: parties.siteId }
  const shared = { ...ofSite, version: 0 }
  return {
    data_sessions: [
      {
        ...shared,
        id: dataSessionId,
        customer_id: parties.customer.id,
        items: [],
        trail: [],
        locale: 'en',
        device: 'desktop',
        expires_at: closedAt,
      },
    ],
    interactions: [
      {
        ...shared,
        id,
        dialogue_id: parties.customer.dialogueId,
        customer_id: parties.customer.id,
        data_session_id: dataSessionId,
        reference: makeReference(ids.random(7)),
        channel: contact.channel,
        subject: contact.subject,
        status: 'closed',
        cause: contact.cause,
        enqueued_at: startedAt,
        rank_at: startedAt,
        owner_id: taken ? parties.agent.id : null,
        fence: taken ? 2 : 1,
        passed_by: {},
        answered_at: taken ? startedAt + WAITED_MS : null,
        ended_at: endedAt,
        closed_at: closedAt,
        disposition: contact.disposition,
        conversation_id: conversationId,
        desk_id: deskId,
      },
    ],
    streams: [
      {
        ...ofSite,
        id: conversationId,
        interaction_id: id,
        kind: 'conversation',
        head: told.length,
        closed_at: endedAt,
      },
      { ...ofSite, id: deskId, interaction_id: id, kind: 'desk', head: desk.length, closed_at: closedAt },
    ],
    entries: [...numbered(conversationId, told, ids), ...numbered(deskId, desk, ids)],
  }
}

interface Told {
  at: number
  author_kind: 'customer' | 'agent' | 'system'
  author_id: string | null
  author_name: string
  body: EntryBody
}

const bySystem = (at: number, body: EntryBody): Told => ({
  at,
  author_kind: 'system',
  author_id: null,
  author_name: '',
  body,
})

function tell(contact: DemoContact, { customer, agent }: Parties, startedAt: number): Told[] {
  const ended: EntryBody = { kind: 'ended', cause: contact.cause }
  const answeredAt = startedAt + WAITED_MS
  if (contact.cause === 'abandoned') return [bySystem(answeredAt, ended)]
  const joined = bySystem(answeredAt, { kind: 'joined', agent: agent.name })
  if (contact.channel === 'voice') {
    const over = answeredAt + CALL_MS
    const call: EntryBody = { kind: 'call-ended', durationMs: CALL_MS }
    return [joined, bySystem(answeredAt, { kind: 'call-started' }), bySystem(over, call), bySystem(over, ended)]
  }
  const turns = contact.turns.map(([who, text], i): Told => {
    const author = who === 'a' ? agent : customer
    const author_kind = who === 'a' ? 'agent' : 'customer'
    const at = answeredAt + (i + 1) * TURN_MS
    return { at, author_kind, author_id: author.id, author_name: author.name, body: { kind: 'message', text } }
  })
  return [joined, ...turns, bySystem(answeredAt + (turns.length + 1) * TURN_MS, ended)]
}

function wrapUp({ note, disposition }: DemoContact, { agent }: Parties, endedAt: number, closedAt: number): Told[] {
  const author = { author_kind: 'agent' as const, author_id: agent.id, author_name: agent.name }
  const written: Told[] = note === null ? [] : [{ at: endedAt, ...author, body: { kind: 'note', text: note } }]
  return [...written, bySystem(closedAt, { kind: 'wrapped-up', disposition })]
}

const numbered = (streamId: string, told: readonly Told[], ids: Ids): object[] =>
  told.map((entry, i) => ({ ...entry, stream_id: streamId, seq: i + 1, id: ids.uuid(), hash: '' }))
