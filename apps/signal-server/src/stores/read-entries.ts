import type { Entry, EntryAuthor, EntryBody } from '@beckon/shared/model/entry'
import type { StreamId } from '@beckon/shared/model/ids'
import type pg from 'pg'

interface EntryColumns {
  stream_id: string
  seq: number
  id: string
  ord: number
  at: number
  author_kind: EntryAuthor['kind']
  author_name: string
  body: EntryBody
}

const columns = 'stream_id, seq, id, ord, at, author_kind, author_name, body'

const toEntry = (row: EntryColumns): Entry => ({
  streamId: row.stream_id,
  seq: row.seq,
  id: row.id,
  order: row.ord,
  at: row.at,
  author: { kind: row.author_kind, name: row.author_name },
  body: row.body,
})

/** The entries of one stream after `after`, in order, at most `limit`. */
export async function readEntries(db: pg.Pool, streamId: StreamId, after: number, limit: number): Promise<Entry[]> {
  const { rows } = await db.query<EntryColumns>({
    name: 'entries-after',
    text: `select ${columns} from entries where stream_id = $1 and seq > $2 order by seq limit $3`,
    values: [streamId, after, limit],
  })
  return rows.map(toEntry)
}

/** What several streams hold beyond what is known of each, at most `limit` in all. */
export async function readEntriesAfter(
  db: pg.Pool,
  known: readonly { id: StreamId; after: number }[],
  limit: number,
): Promise<Entry[]> {
  const { rows } = await db.query<EntryColumns>({
    name: 'entries-of-many',
    text: `select e.* from unnest($1::uuid[], $2::bigint[]) as k (id, after),
        lateral (select ${columns} from entries where stream_id = k.id and seq > k.after order by seq limit $3) e
      limit $3`,
    values: [known.map((k) => k.id), known.map((k) => k.after), limit],
  })
  return rows.map(toEntry)
}

/** What was said and done in one interaction's streams of these kinds, in commit order; who read it is no part of it. */
export async function readTranscript(db: pg.Pool, interactionId: string, kinds: readonly string[]): Promise<Entry[]> {
  const { rows } = await db.query<EntryColumns>({
    name: 'transcript',
    text: `select ${columns} from entries where stream_id in
      (select id from streams where interaction_id = $1 and kind = any ($2)) and body->>'kind' <> 'read' order by ord`,
    values: [interactionId, kinds],
  })
  return rows.map(toEntry)
}

/** The same of several interactions at once, by interaction. */
export async function readTranscripts(
  db: pg.Pool,
  interactionIds: readonly string[],
  kinds: readonly string[],
): Promise<Map<string, Entry[]>> {
  const { rows } = await db.query<EntryColumns & { interaction_id: string }>({
    name: 'transcripts',
    text: `select s.interaction_id, e.* from streams s, lateral (select ${columns} from entries where stream_id = s.id and body->>'kind' <> 'read') e
      where s.interaction_id = any ($1) and s.kind = any ($2) order by ord`,
    values: [interactionIds, kinds],
  })
  const transcripts = new Map<string, Entry[]>(interactionIds.map((id) => [id, []]))
  for (const row of rows) transcripts.get(row.interaction_id)?.push(toEntry(row))
  return transcripts
}

/** Where streams end now. */
export async function readHeads(db: pg.Pool, ids: readonly StreamId[]): Promise<{ id: StreamId; head: number }[]> {
  const { rows } = await db.query<{ id: StreamId; head: number }>({
    name: 'heads',
    text: 'select id, head from streams where id = any ($1)',
    values: [ids],
  })
  return rows
}

/** Whose stream it is: what authorisation needs to know. */
export interface StreamOwner {
  siteId: string
  kind: string
  head: number
  interactionId: string
  customerId: string
  ownerId: string | null
  closedAt: number | null
}

export async function readStreamOwner(db: pg.Pool, id: StreamId): Promise<StreamOwner | undefined> {
  const { rows } = await db.query<StreamOwner>({
    name: 'stream-owner',
    text: `select s.site_id as "siteId", s.kind, s.head, i.id as "interactionId", i.customer_id as "customerId",
        i.owner_id as "ownerId", i.closed_at as "closedAt"
      from streams s join interactions i on i.id = s.interaction_id where s.id = $1`,
    values: [id],
  })
  return rows[0]
}
