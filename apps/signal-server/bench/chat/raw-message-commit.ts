import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { RawCommit } from './raw-commit.ts'
import { text } from './traffic.ts'

/** The rows of the messages that come in together, each of another conversation, in one statement. */
export const rawMessageCommit =
  (messages: number, conversations: number) =>
  async (client: pg.Client): Promise<RawCommit> => {
    await client.query('create table if not exists raw_entries (like entries including indexes)')
    const streams = Array.from({ length: conversations }, () => randomUUID())
    const each = <T>(make: (i: number) => T): T[] => Array.from({ length: messages }, (_, i) => make(i))
    const body = JSON.stringify({ kind: 'message', text })
    return {
      everyMs: 10,
      commit: (n) =>
        client.query({
          name: 'raw-commit',
          text: `insert into raw_entries (stream_id, seq, id, ord, at, author_kind, author_name, body, hash)
            select stream_id, seq, id, seq, $4, 'customer', '', body::jsonb, ''
            from unnest($1::uuid[], $2::bigint[], $3::uuid[], $5::text[]) as t (stream_id, seq, id, body)`,
          values: [
            each((i) => streams[(n * messages + i) % conversations]),
            each((i) => n * messages + i),
            each(() => randomUUID()),
            Date.now(),
            each(() => body),
          ],
        }),
      end: () => client.query('truncate raw_entries'),
    }
  }
