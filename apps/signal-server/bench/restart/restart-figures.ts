import { connect } from '../chat/connect.ts'
import { type People, seedPeople } from '../chat/people.ts'
import type { WireClient } from '../chat/wire-client.ts'
import { type BenchDatabase, startBenchDatabase } from '../measure/bench-database.ts'
import { startChild } from '../measure/child.ts'
import { type Figure, rounded } from '../measure/figure.ts'
import { median } from '../measure/median.ts'
import { patiently } from '../measure/patiently.ts'

const open = 100_000
const runs = 5
const giveUpMs = 30_000

/** From a node's start to the first view of an agent, with so many contacts of the site waiting. */
export async function restartFigures(): Promise<Figure[]> {
  const database = await startBenchDatabase()
  try {
    const people = await seedPeople(database.db, 1_000, 1)
    await seedWaiting(database, people)
    const took: number[] = []
    for (let n = 0; n < runs; n++) took.push(await restart(database, people))
    return [{ name: 'restart_with_100k_open_s', value: rounded(median(took)), unit: 's' }]
  } finally {
    await database.stop()
  }
}

async function restart({ url }: BenchDatabase, people: People): Promise<number> {
  const module = new URL('../chat/our-server.ts', import.meta.url)
  const { ready, child } = await startChild<{ origin: string; startedAt: number }>(module, { databaseUrl: url, people })
  const [agent = ''] = people.agents
  const seenAt = await new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('nobody saw anything')), giveUpMs).unref()
    const onView = (client: WireClient): void => {
      resolve(Date.now())
      client.close().catch(reject)
    }
    connect(ready.origin, 'agent', agent, people.siteKey, () => {}, onView).catch(reject)
  })
  await child.stop()
  return (seenAt - ready.startedAt) / 1_000
}

/** Customers who wait and have left their pages, so that nobody is offered anything. */
async function seedWaiting({ db }: BenchDatabase, { siteId }: People): Promise<void> {
  const now = Date.now()
  await patiently(
    db,
    `with made as (select gen_random_uuid() c, gen_random_uuid() d, gen_random_uuid() s, n from generate_series(1, $3) n),
      customers as (insert into customers (id, site_id, version, created_at) select c, $1, 0, $2 from made),
      dialogues as (insert into dialogues (id, site_id, version, customer_id, started_at) select d, $1, 0, c, $2 from made),
      sessions as (insert into data_sessions (id, site_id, version, customer_id, items, trail, expires_at)
        select s, $1, 0, c, '[{"key": "flight", "value": "BS117", "source": "page", "trust": "client"}]', '[]',
          $2 + 86400000 from made)
    insert into interactions (id, site_id, version, dialogue_id, customer_id, data_session_id, reference, channel,
        subject, status, enqueued_at, rank_at, fence, customer_lost_at, conversation_id, desk_id)
      select gen_random_uuid(), $1, 0, d, c, s, 'BS-' || n, 'chat', 'any', 'queued', $2 + n, $2 + n, 1, $2,
        gen_random_uuid(), gen_random_uuid()
      from made`,
    [siteId, now, open],
  )
  await patiently(db, 'analyze')
}
