import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { median } from '../measure/median.ts'

/** What is written each time, and how it is cleared away. */
export interface RawCommit {
  /** A commit is due this often: a stall then counts for all that would have waited, as it does for messages. */
  everyMs: number
  commit(n: number): Promise<unknown>
  end(): Promise<unknown>
}

export interface RawCommits {
  /** Stops, and tells the median time of one, in milliseconds. */
  stop(): Promise<number>
}

/** Commits the same rows at fixed times on one connection: what durability costs by itself. */
export async function startRawCommits(
  databaseUrl: string,
  prepare: (client: pg.Client) => Promise<RawCommit>,
): Promise<RawCommits> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const raw = await prepare(client)
  const times: number[] = []
  let stopping = false
  const committing = (async () => {
    for (let due = performance.now(); !stopping; due += raw.everyMs) {
      await pause(Math.max(0, due - performance.now()))
      await raw.commit(times.length)
      times.push(performance.now() - due)
    }
  })()
  return {
    async stop() {
      stopping = true
      await committing
      await raw.end()
      await client.end()
      return median(times)
    },
  }
}
