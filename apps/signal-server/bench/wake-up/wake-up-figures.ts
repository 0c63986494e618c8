import pg from 'pg'
import { startBenchDatabase } from '../measure/bench-database.ts'
import { type Figure, fromPairs } from '../measure/figure.ts'
import { inPairs } from '../measure/in-pairs.ts'

/** As many nodes listen, and as many connections commit. */
const listeners = 4
const writers = 16
const seconds = 3
const pairs = 5

/** Commits that wake every node, a second, against the same commits that wake nobody: NOTIFY puts them in a row. */
export async function wakeUpFigures(): Promise<Figure[]> {
  const database = await startBenchDatabase()
  const open = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    return client
  }
  const nodes = await Promise.all(Array.from({ length: listeners }, open))
  const clients = await Promise.all(Array.from({ length: writers }, open))
  let heard = 0
  try {
    await clients[0]?.query('create table raw_wake_ups (at bigint)')
    for (const node of nodes) {
      node.on('notification', () => heard++)
      await node.query('listen bench')
    }
    const commit = async (text: string): Promise<number> => {
      heard = 0
      const until = performance.now() + seconds * 1_000
      let commits = 0
      const write = async (client: pg.Client): Promise<void> => {
        for (; performance.now() < until; commits++)
          await client.query({ name: text.slice(0, 40), text, values: [commits] })
      }
      await Promise.all(clients.map(write))
      return commits / seconds
    }
    const insert = 'insert into raw_wake_ups values ($1)'
    const waking = `with noted as (${insert}) select pg_notify('bench', 'site ' || gen_random_uuid() || ' ' || $1)`
    const ours = async (): Promise<number> => {
      const rate = await commit(waking)
      for (const node of nodes) await node.query('select 1')
      if (heard !== Math.round(rate * seconds) * listeners) throw new Error(`${heard} wake-ups were heard`)
      return rate
    }
    const runs = await inPairs(pairs, ours, () => commit(insert))
    return [fromPairs('wakeups_per_s', '1/s', runs, (rate) => rate)]
  } finally {
    await Promise.all([...nodes, ...clients].map((client) => client.end()))
    await database.stop()
  }
}
