import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { median } from '../measure/median.ts'
import { text } from './traffic.ts'

export interface RawCommits {
  /** Stops, and tells the median time of one, in milliseconds. */
  stop(): Promise<number>
}

/** Commits the row of one message again and again on one connection: what durability costs by itself. */
export async function startRawCommits(databaseUrl: string): Promise<RawCommits> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('create table if not exists raw_entries (like entries including indexes)')
  const streamId = randomUUID()
  const times: number[] = []
  let stopping = false
  const commit = async (): Promise<void> => {
    const started = performance.now()
    await client.query({
      name: 'raw-commit',
      text: `insert into raw_entries (stream_id, seq, id, ord, at, author_kind, author_name, body, hash)
        values ($1, $2, $3, $2, $4, 'customer', '', $5, '')`,
      values: [streamId, times.length, randomUUID(), Date.now(), { kind: 'message', text }],
    })
    times.push(performance.now() - started)
  }
  const committing = (async () => {
    while (!stopping) await commit()
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
