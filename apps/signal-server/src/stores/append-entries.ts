import type { EntryAuthor, EntryBody, StreamKind } from '@beckon/shared/model/entry'
import type { NodeId, StreamId } from '@beckon/shared/model/ids'
import type pg from 'pg'

/** One entry a person wants written. */
export interface Append {
  streamId: StreamId
  /** What the stream must be; a message never lands among notes. */
  streamKind: StreamKind
  /** The command's id; with the stream it is the entry's identity. */
  id: string
  author: EntryAuthor
  authorId: string
  body: EntryBody
  /** Of author, name and payload: the same id with another hash is a conflict. */
  hash: string
}

export interface AppendOutcome {
  outcome: 'appended' | 'duplicate' | 'conflict' | 'closed' | 'not-found'
  /** Set when appended or duplicate. */
  seq: number
  ord: number
  at: number
}

/** Writes a batch in one call; one outcome for each, in order. Sent again after an unknown end, nothing doubles. */
export async function appendEntries(
  db: pg.ClientBase | pg.Pool,
  nodeId: NodeId,
  now: number,
  appends: readonly Append[],
): Promise<AppendOutcome[]> {
  const { rows } = await db.query<AppendOutcome>({
    name: 'append-entries',
    text: 'select outcome, seq, ord, at from append_entries($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
    values: [
      now,
      nodeId,
      plainArray(appends.map((a) => a.streamId)),
      plainArray(appends.map((a) => a.id)),
      plainArray(appends.map((a) => a.author.kind)),
      plainArray(appends.map((a) => a.authorId)),
      appends.map((a) => a.author.name),
      appends.map((a) => JSON.stringify(a.body)),
      plainArray(appends.map((a) => a.hash)),
      plainArray(appends.map((a) => a.streamKind)),
    ],
  })
  return rows
}

/** A PostgreSQL array of ids and words of ours, which need no quotes; saves looking at each character. */
const plainArray = (words: readonly string[]): string => `{${words.join(',')}}`
