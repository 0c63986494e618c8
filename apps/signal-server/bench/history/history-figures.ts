import { randomUUID } from 'node:crypto'
import type { CustomerId, SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import { asCustomer, historyPage } from '../../src/gateway/http/history-page.ts'
import { startBenchDatabase } from '../measure/bench-database.ts'
import { type Figure, rounded } from '../measure/figure.ts'
import { median } from '../measure/median.ts'
import { patiently } from '../measure/patiently.ts'
import { seedPeople } from '../chat/people.ts'

const inSite = 100_000
const ofCustomer = 5_000
const runs = 60

/** The first page of a long past, with what it can be narrowed to, and the same for a search; page and query time. */
export async function historyFigures(): Promise<Figure[]> {
  const { db, stop } = await startBenchDatabase()
  try {
    const { siteId, agents, customers } = await seedPeople(db, 200, 4)
    const customerId = customers[0] ?? (randomUUID() as CustomerId)
    await seedHistory(db, siteId, agents, customers)
    const of = { kind: 'customer', siteId, customerId } as const
    const time = async (more: object): Promise<number> => {
      const took: number[] = []
      for (let i = 0; i < runs; i++) {
        const start = performance.now()
        const { items } = await historyPage(db, of, { limit: 20, ...more }, asCustomer)
        took.push(performance.now() - start)
        if (items.length !== 20) throw new Error('a page is not full: nothing measured here would hold')
      }
      return rounded(median(took))
    }
    return [
      { name: 'history_first_page_ms', value: await time({}), unit: 'ms' },
      { name: 'history_search_ms', value: await time({ q: 'luggage' }), unit: 'ms' },
    ]
  } finally {
    await stop()
  }
}

/** Every twentieth contact is the customer's; each has six messages, every tenth speaks of luggage. */
async function seedHistory(db: pg.Pool, siteId: SiteId, agents: string[], customers: string[]): Promise<void> {
  const values = [siteId, agents, customers, inSite / ofCustomer, inSite]
  await patiently(
    db,
    `insert into dialogues (id, site_id, version, customer_id, started_at)
    select gen_random_uuid(), $1, 0, c, 0 from unnest($2::uuid[]) c`,
    [siteId, customers],
  )
  await patiently(
    db,
    `insert into data_sessions (id, site_id, version, customer_id, items, trail, expires_at)
    select gen_random_uuid(), $1, 0, c, '[]', '[]', 0 from unnest($2::uuid[]) c`,
    [siteId, customers],
  )
  await patiently(
    db,
    `insert into interactions (id, site_id, version, dialogue_id, customer_id, data_session_id, reference, channel,
        subject, status, cause, enqueued_at, rank_at, fence, owner_id, answered_at, ended_at, closed_at, conversation_id,
        desk_id)
      select gen_random_uuid(), $1, 0, d.id, d.customer_id, s.id, 'BS-' || n, (array['chat', 'voice'])[1 + n % 2],
        (array['booking', 'baggage', 'lounge'])[1 + n % 3], 'closed', 'ended-by-agent', n, n, 1,
        ($2::uuid[])[1 + n % cardinality($2)], n, n, n, gen_random_uuid(), gen_random_uuid()
      from generate_series(1, $5::int) n
      join dialogues d on d.customer_id = ($3::uuid[])[case when n % $4::int = 0 then 1 else 2 + n % (cardinality($3) - 1) end]
      join data_sessions s on s.customer_id = d.customer_id`,
    values,
  )
  await patiently(
    db,
    `insert into streams (id, site_id, interaction_id, kind, head, closed_at)
    select conversation_id, site_id, id, 'conversation', 6, 1 from interactions`,
  )
  await patiently(
    db,
    `insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
    select i.conversation_id, seq, gen_random_uuid(), 1, 'customer', '', jsonb_build_object('kind', 'message', 'text',
      'word' || (i.enqueued_at * seq) % 5000 || case when i.enqueued_at % 10 = 0 then ' luggage' else ' ticket' end), ''
    from interactions i, generate_series(1, 6) seq`,
  )
  await patiently(db, 'select index_streams(array(select id from streams))')
  await patiently(db, 'analyze')
}
