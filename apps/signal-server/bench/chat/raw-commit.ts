import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { median } from '../measure/median.ts'
import { text } from './traffic.ts'

export interface RawCommits {
  /** Stops, and tells the median time of one, in milliseconds. */
  stop(): Promise<number>
}

/** A commit is due this often: a stall then counts for all that would have waited, as it does for messages. */
const everyMs = 10

/** Commits the row of one message at fixed times on one connection: what durability costs by itself. */
export async function startRawCommits(databaseUrl: string): Promise<RawCommits> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('create table if not exists raw_entries (like entries including indexes)')
  const streamId = randomUUID()
  const times: number[] = []
  const commit = (): Promise<unknown> =>
    client.query({
      name: 'raw-commit',
      text: `insert into raw_entries (stream_id, seq, id, ord, at, author_kind, author_name, body, hash)
        values ($1, $2, $3, $2, $4, 'customer', '', $5, '')`,
      values: [streamId, times.length, randomUUID(), Date.now(), { kind: 'message', text }],
    })
  let stopping = false
  const committing = (async () => {
    for (let due = performance.now(); !stopping; due += everyMs) {
      await pause(Math.max(0, due - performance.now()))
      await commit()
      times.push(performance.now() - due)
    }
  })()
  return {
    async stop() {
      stopping = true
      await committing
      await client.query('truncate raw_entries')
      await client.end()
      return median(times)
    },
  }
}
