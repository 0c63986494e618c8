import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { RawCommit } from './raw-commit.ts'
import { text } from './traffic.ts'

/** The row of one message. */
export async function rawMessageCommit(client: pg.Client): Promise<RawCommit> {
  await client.query('create table if not exists raw_entries (like entries including indexes)')
  const streamId = randomUUID()
  return {
    everyMs: 10,
    commit: (n) =>
      client.query({
        name: 'raw-commit',
        text: `insert into raw_entries (stream_id, seq, id, ord, at, author_kind, author_name, body, hash)
          values ($1, $2, $3, $2, $4, 'customer', '', $5, '')`,
        values: [streamId, n, randomUUID(), Date.now(), { kind: 'message', text }],
      }),
    end: () => client.query('truncate raw_entries'),
  }
}
