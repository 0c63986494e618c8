import { isReference } from '@beckon/shared/rules/reference'
import type pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { testClock } from '../../testing/test-clock.ts'
import { type TestDatabase, testDatabase } from '../../testing/test-database.ts'
import { systemIds } from '../runtime/ids.ts'
import { createLog } from '../runtime/log.ts'
import { openDatabase } from '../stores/database.ts'
import { demoAccounts } from './demo-people.ts'
import { resetDemo, seedDemo } from './seed-demo.ts'

const clock = testClock()
const ids = systemIds(clock.now)
let database: TestDatabase
let db: pg.Pool
beforeEach(async () => {
  database = await testDatabase()
  db = openDatabase(database.url, createLog('silent'))
})
afterEach(async () => {
  await db.end()
  await database.drop()
})

const seed = (publicUrl = 'http://localhost:3000') => seedDemo({ config: { publicUrl }, db, clock, ids })

async function one(text: string): Promise<unknown> {
  const { rows } = await db.query<{ value: unknown }>(text)
  return rows[0]?.value
}

const everything = `select jsonb_build_object(
  'sites', (select jsonb_agg(to_jsonb(t) order by id) from sites t),
  'agents', (select jsonb_agg(to_jsonb(t) order by id) from agents t),
  'pages', (select jsonb_agg(to_jsonb(t) order by url) from pages t),
  'origins', (select jsonb_agg(to_jsonb(t) order by site_id, origin) from site_origins t),
  'interactions', (select jsonb_agg(to_jsonb(t) order by id) from interactions t),
  'entries', (select count(*) from entries),
  'users', (select count(*) from auth_users)) as value`

it('the demo has its sites, people and a past', async () => {
  await seed()
  expect(await one('select array_agg(key order by key) as value from sites')).toEqual(['bluesky', 'northbank'])
  expect(await one('select array_agg(email order by email) as value from auth_users')).toEqual(
    demoAccounts()
      .map(({ email }) => email)
      .sort(),
  )
  expect(await one("select array_agg(name order by name) as value from agents where 'agent' = any (roles)")).toEqual([
    'Ana',
    'Mia',
    'Nora',
    'Omar',
    'Raj',
  ])
  expect(
    await one("select count(*) as value from interactions i join sites s on s.id = i.site_id where s.key = 'bluesky'"),
  ).toBe(27)
  expect(await one("select bool_and(status = 'closed') as value from interactions")).toBe(true)
})

it('a second start changes nothing', async () => {
  await seed()
  const before = await one(everything)
  clock.advance(60_000)
  await seed()
  expect(await one(everything)).toEqual(before)
})

it('two servers that start at once make one demo', async () => {
  await Promise.all([seed(), seed(), seed()])
  expect(await one('select count(*) as value from sites')).toBe(2)
  expect(await one('select count(*) as value from agents')).toBe(8)
})

it('a changed address takes the demo site along', async () => {
  await seed('http://localhost:3000')
  await seed('http://localhost:4000')
  expect(await one('select array_agg(distinct origin order by origin) as value from site_origins')).toEqual([
    'http://localhost:3000',
    'http://localhost:4000',
  ])
  expect(await one('select array_agg(url order by position) as value from pages')).toEqual(
    ['/', '/booking', '/baggage', '/baggage-claim', '/lounge', '/card-dispute'].map(
      (path) => `http://localhost:4000/demo${path}`,
    ),
  )
})

it('the past looks as if it had happened: streams without holes, references that can be read aloud', async () => {
  await seed()
  expect(
    await one(`select bool_and(s.head = e.n and e.n = e.top) as value from streams s
      join (select stream_id, count(*) as n, max(seq) as top from entries group by 1) e on e.stream_id = s.id`),
  ).toBe(true)
  expect(await one('select bool_and(closed_at is not null) as value from streams')).toBe(true)
  expect(
    await one(
      'select bool_and(e.at >= i.enqueued_at and e.at <= i.closed_at) as value from entries e join streams s on s.id = e.stream_id join interactions i on i.id = s.interaction_id',
    ),
  ).toBe(true)
  const { rows } = await db.query<{ reference: string }>('select reference from interactions')
  expect(rows.every(({ reference }) => isReference(reference))).toBe(true)
})

it('nothing of one demo site belongs to the other', async () => {
  await seed()
  expect(
    await one(`select count(*) as value from interactions i join customers c on c.id = i.customer_id
      left join agents a on a.id = i.owner_id where c.site_id <> i.site_id or a.site_id <> i.site_id`),
  ).toBe(0)
})

/** Rows of each table that a reset makes anew, without what the clock and chance say. */
const shape = `select jsonb_object_agg(t, n) as value from (values
  ('interactions', (select count(*) from interactions)), ('entries', (select count(*) from entries)),
  ('customers', (select count(*) from customers)), ('subjects', (select count(*) from subjects)),
  ('choices', (select count(*) from site_choices)), ('replies', (select count(*) from canned_replies)),
  ('pages', (select count(*) from pages)), ('contact pages', (select count(*) from contact_pages)),
  ('settings', (select count(*) from settings)), ('presences', (select count(*) from presences)),
  ('origins', (select count(*) from site_origins)), ('agents', (select count(*) from agents)),
  ('found', (select count(*) from stream_words))) c (t, n)`

it('[DM5] a reset deletes what was said and set, and makes it as on the first day; people keep their sign-ins', async () => {
  await seed()
  const before = await one(shape)
  const people = await one('select jsonb_object_agg(name, id order by name) as value from agents')
  const madeAt = Number(await one("select created_at as value from sites where key = 'bluesky'"))
  await db.query(
    "update sites set name = 'Grey Sky', theme = '{\"radius\": 24}', file_kinds = '{}' where key = 'bluesky'",
  )
  await db.query('delete from canned_replies; delete from pages; delete from settings')
  await db.query("update agents set skills = '{}', disabled_at = 1 where name = 'Ana'")
  await db.query("update presences set intent = 'not-responding'")
  await resetDemo({ config: { publicUrl: 'http://localhost:3000' }, db, clock, ids })
  expect(await one(shape)).toEqual(before)
  expect(await one('select jsonb_object_agg(name, id order by name) as value from agents')).toEqual(people)
  expect(
    await one(`select jsonb_build_array(name, theme, file_kinds <> '{}') as value from sites where key = 'bluesky'`),
  ).toEqual(['Blue Sky', {}, true])
  expect(await one("select skills ? 'lounge' and disabled_at is null as value from agents where name = 'Ana'")).toBe(
    true,
  )
  expect(await one("select count(*) filter (where intent = 'not-responding')::int as value from presences")).toBe(0)
  expect(Number(await one("select created_at as value from sites where key = 'bluesky'"))).toBeGreaterThan(madeAt)
  expect(await one("select count(*)::int as value from audit where action = 'demo:reset'")).toBe(2)
})

it('[DM5] what only grows survives a reset, and who joined stays and is available for nothing', async () => {
  await seed()
  await db.query("update agents set name = 'Ida' where name = 'Raj'")
  await db.query("update auth_users set email = 'ida@bluesky.example' where email = 'raj@bluesky.example'")
  await db.query(`insert into presence_changes (id, site_id, at, agent_id, was, became)
    select gen_random_uuid(), site_id, 1, id, 'online', 'offline' from agents where name = 'Ida'`)
  await resetDemo({ config: { publicUrl: 'http://localhost:3000' }, db, clock, ids })
  expect(await one('select count(*)::int as value from presence_changes')).toBe(1)
  expect(
    await one(
      "select array_agg(intent) as value from presences p join agents a on a.id = p.agent_id where a.name = 'Ida'",
    ),
  ).toEqual(['unavailable', 'unavailable', 'unavailable'])
  expect(await one("select count(*)::int as value from agents where name = 'Raj'")).toBe(1)
})
