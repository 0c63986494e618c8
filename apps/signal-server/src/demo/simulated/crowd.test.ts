import type { CrowdResponse, Simulated, SimulatedKind } from '@beckon/shared/protocol/demo'
import type pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testConfig } from '../../../testing/http-server.ts'
import { testDatabase, type TestDatabase } from '../../../testing/test-database.ts'
import { createServer, type RunningServer } from '../../create-server.ts'
import { freePort } from '../../runtime/free-port.ts'
import { createLog } from '../../runtime/log.ts'
import { openDatabase } from '../../stores/database.ts'

let database: TestDatabase
let db: pg.Pool
let server: RunningServer
let origin: string

beforeEach(async () => {
  database = await testDatabase()
  const log = createLog('silent')
  db = openDatabase(database.url, log)
  const port = await freePort()
  origin = `http://localhost:${port}`
  const config = { ...testConfig, port, publicUrl: origin, widgetUrl: `http://127.0.0.1:${port}` }
  server = await createServer({ config, databaseUrl: database.url, log, speed: 40 })
}, 30_000)
afterEach(async () => {
  await server.close()
  await db.end()
  await database.drop()
})

const people = async (): Promise<CrowdResponse['people']> =>
  ((await (await fetch(`${origin}/demo/people`)).json()) as CrowdResponse).people
const ask = (method: string, path: string, body?: object, from = origin) =>
  fetch(origin + path, {
    method,
    headers: { origin: from, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
async function add(kind: SimulatedKind): Promise<Simulated> {
  const response = await ask('POST', '/demo/people', { kind })
  expect(response.status).toBe(201)
  return (await response.json()) as Simulated
}
const soon = <T>(look: () => T | Promise<T>) => vi.waitFor(look, { timeout: 20_000, interval: 50 })

async function one(text: string): Promise<unknown> {
  return (await db.query<{ value: unknown }>(text)).rows[0]?.value
}
/** Contacts since the past that was seeded. */
const fresh = `(select i.* from interactions i join sites s on s.id = i.site_id where i.enqueued_at > s.created_at)`

it('[DM3] a simulated customer and agent meet, talk, show a page, end, wrap up and rate: all by the real path', async () => {
  await add('agent')
  await add('customer')
  await soon(async () => expect(await one(`select count(*) as value from surveys`)).toBe(1))
  await soon(async () => expect(await one(`select status as value from ${fresh} i`)).toBe('closed'))
  expect(await one(`select disposition as value from ${fresh} i`)).toBe('solved')
  expect(await one(`select array_agg(status) as value from offers`)).toEqual(['accepted'])
  expect(
    await one(`select jsonb_object_agg(kind, n) as value from (
      select author_kind || ' ' || (body->>'kind') as kind, count(*) as n
      from entries e join ${fresh} i on i.conversation_id = e.stream_id group by 1) k`),
  ).toMatchObject({
    'customer message': expect.toSatisfy((n: number) => n >= 4),
    'agent message': expect.toSatisfy((n: number) => n >= 4),
    'agent page-pushed': 1,
    'customer page-answered': 1,
  })
  expect(await one(`select c.segment as value from ${fresh} i join customers c on c.id = i.customer_id`)).toBe('gold')
  await soon(async () => expect(await people()).toEqual([expect.objectContaining({ kind: 'agent', state: 'ready' })]))
})

it('[DM4] nobody is simulated until asked for, and of each kind there are five at most', async () => {
  expect(await people()).toEqual([])
  const answers = await Promise.all(Array.from({ length: 7 }, () => ask('POST', '/demo/people', { kind: 'customer' })))
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 201, 201, 201, 201, 409, 409])
  expect(await people()).toHaveLength(5)
})

it('[DM4] who is sent away leaves the line, and their place is free again', async () => {
  const { id } = await add('customer')
  await soon(async () => expect(await people()).toMatchObject([{ state: 'waiting' }]))
  expect((await ask('DELETE', `/demo/people/${id}`)).status).toBe(204)
  expect(await people()).toEqual([])
  await soon(async () => expect(await one(`select cause as value from ${fresh} i`)).toBe('abandoned'))
  expect((await ask('DELETE', `/demo/people/${id}`)).status).toBe(404)
})

it('[DM4] only the demo’s own pages may add or remove anybody', async () => {
  expect((await ask('POST', '/demo/people', { kind: 'agent' }, 'https://elsewhere.example')).status).toBe(403)
  expect(await people()).toEqual([])
})
