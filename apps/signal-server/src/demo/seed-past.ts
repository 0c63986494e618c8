import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { Ids } from '../runtime/ids.ts'
import { type DemoContact, demoContacts } from './demo-past.ts'
import { type DemoCustomer, demoCustomers } from './demo-people.ts'
import { type Parties, pastRows, type PastRows } from './past-rows.ts'

interface Past {
  siteIds: ReadonlyMap<string, SiteId>
  agents: ReadonlyMap<string, { id: string; name: string }>
  now: number
  ids: Ids
}

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
/** Each contact of the list happens this often. */
const ROUNDS = 3

/** Who may have taken a contact, in turns. */
const takers: Record<string, readonly string[]> = {
  booking: ['Ana', 'Raj'],
  baggage: ['Raj', 'Ana'],
  lounge: ['Ana'],
  'card-dispute': ['Omar', 'Ana'],
  cards: ['Nora'],
}

type PastCustomer = Parties['customer'] & { siteId: SiteId; known: DemoCustomer | null }

/**
 * Closed contacts of the last ten days, so that history and waits are not empty. Written beside the commit path: the
 * sites are made in this same transaction, so that no server knows them yet.
 */
export async function seedPast(client: pg.ClientBase, past: Past): Promise<void> {
  const { siteIds, now, ids } = past
  const bluesky = siteIds.get('bluesky')
  const northbank = siteIds.get('northbank')
  if (!bluesky || !northbank) throw new Error('the demo sites are missing')
  const of = (siteId: SiteId, known: DemoCustomer | null): PastCustomer => {
    return { siteId, known, id: ids.uuid(), name: known?.name ?? '', dialogueId: ids.uuid() }
  }
  const ours = [of(bluesky, demoCustomers.ann), of(bluesky, demoCustomers.tom), of(bluesky, null), of(bluesky, null)]
  const theirs = of(northbank, { externalId: 'nb-1', name: 'Per Dahl', segment: 'private', context: {} })
  await addCustomers(client, [...ours, theirs], now)
  const contacts = Array.from({ length: ROUNDS }, () => demoContacts).flat()
  for (const [i, contact] of contacts.entries()) {
    const customer = contact.site === 'northbank' ? theirs : ours[i % ours.length]
    const agent = taker(past, contact, i)
    if (!customer) continue
    const startedAt = now - Math.round(((contacts.length - i) * 10 * DAY_MS) / contacts.length) - (i % 5) * HOUR_MS
    await write(client, pastRows(contact, { siteId: customer.siteId, customer, agent }, startedAt, ids))
  }
}

function taker({ agents }: Past, { subject }: DemoContact, i: number): Parties['agent'] {
  const names = takers[subject] ?? []
  const agent = agents.get(names[i % names.length] ?? '')
  if (!agent) throw new Error(`nobody of the demo takes ${subject}`)
  return agent
}

async function addCustomers(client: pg.ClientBase, customers: readonly PastCustomer[], now: number): Promise<void> {
  const rows = customers.map(({ id, siteId, name, dialogueId, known }) => ({
    id,
    site_id: siteId,
    version: 0,
    external_id: known?.externalId ?? null,
    name,
    segment: known?.segment ?? null,
    signed_context: known?.context ?? {},
    dialogue_id: dialogueId,
    created_at: now - 11 * DAY_MS,
  }))
  await insertAll(client, 'customers', rows)
  const dialogues = customers.map(({ id, siteId, dialogueId }) => {
    return { id: dialogueId, site_id: siteId, version: 0, customer_id: id, started_at: now - 11 * DAY_MS }
  })
  await insertAll(client, 'dialogues', dialogues)
}

async function write(client: pg.ClientBase, rows: PastRows): Promise<void> {
  await insertAll(client, 'data_sessions', rows.data_sessions)
  await insertAll(client, 'interactions', rows.interactions)
  await insertAll(client, 'streams', rows.streams)
  await insertAll(client, 'entries', rows.entries)
  await client.query('select index_streams(array(select id from streams where closed_at is not null))')
}

type PastTable = 'customers' | 'dialogues' | keyof PastRows

/** Only the columns the rows name, so that the others get their defaults. */
async function insertAll(client: pg.ClientBase, table: PastTable, rows: readonly object[]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first).join(', ')
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}
