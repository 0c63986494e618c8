import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'

let http: HttpServer
let sam: string
beforeAll(async () => {
  http = await httpServer({ limits: { apiKey: 30, failedKey: 5 } })
  sam = await http.signIn('sam@bluesky.example')
})
afterAll(() => http.close())

const byCookie = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object) =>
  http.onPublic({ method, url: `/api/v1/${path}`, headers: { cookie: sam }, ...(payload && { payload }) })
/** As a program asks: no origin, no cookie. */
const byKey = (key: string, path: string, more: object = {}, address = '198.51.100.1') =>
  http.server.inject({
    url: `/api/v1/${path}`,
    remoteAddress: address,
    headers: { host: 'localhost:3000', authorization: `Bearer ${key}` },
    ...more,
  })
const make = async (...roles: string[]) => (await byCookie('POST', 'api-keys', { name: 'CRM', roles })).json()

it('[RS3] a key is told once, stored hashed, and known by its beginning', async () => {
  const { key, prefix, id } = await make('supervisor')
  expect(key).toMatch(new RegExp(`^${prefix}_[\\w-]{43}$`))
  const listed = (await byCookie('GET', 'api-keys')).json().items.find((each: { id: string }) => each.id === id)
  expect(listed).toEqual({
    id,
    name: 'CRM',
    prefix,
    roles: ['supervisor'],
    createdAt: expect.any(Number),
    lastUsedAt: null,
  })
  const { rows } = await http.db.query('select k::text from api_keys k union all select a::text from audit a')
  expect(JSON.stringify(rows)).not.toContain(key.slice(prefix.length + 1))
})

it('[RS3] a program sees a site by the roles of its key, and serves nobody', async () => {
  const supervisor = await make('supervisor')
  const admin = await make('admin')
  const [{ id }] = (await byKey(supervisor.key, 'interactions?status=closed&channel=chat')).json().items
  const told = async (key: string) =>
    Object.fromEntries(
      await Promise.all(
        ['site', `interactions/${id}/transcript`, 'audit', 'me', 'history', 'api-keys'].map(async (path) => [
          path.replace(id, 'ID'),
          (await byKey(key, path)).statusCode,
        ]),
      ),
    )
  expect(await told(supervisor.key)).toEqual({
    site: 200,
    'interactions/ID/transcript': 200,
    audit: 403,
    me: 403,
    history: 403,
    'api-keys': 403,
  })
  expect(await told(admin.key)).toEqual({
    site: 200,
    'interactions/ID/transcript': 403,
    audit: 200,
    me: 403,
    history: 403,
    'api-keys': 403,
  })
})

it('[RS3] a program writes without an origin, and a cookie beside its key counts for nothing', async () => {
  const { key } = await make('supervisor')
  const change = { method: 'PATCH', payload: { name: 'Changed' } }
  const headers = { host: 'localhost:3000', authorization: `Bearer ${key}`, cookie: sam }
  expect((await byKey(key, 'site', { ...change, headers })).statusCode).toBe(403)
  const admin = await make('admin')
  expect((await byKey(admin.key, 'site', change)).json().name).toBe('Changed')
  const [last] = (await byKey(admin.key, 'audit?limit=1')).json().items
  expect(last.actor).toEqual({ kind: 'api-key', id: admin.id, name: 'CRM' })
})

it('[RS3] when it was used is told to the minute; a revoked one is refused at once', async () => {
  const { key, id } = await make('admin')
  expect((await byKey(key, 'site')).statusCode).toBe(200)
  const used = (await byCookie('GET', 'api-keys'))
    .json()
    .items.find((each: { id: string }) => each.id === id).lastUsedAt
  expect(used).toBe(http.clock.now())
  expect((await byCookie('DELETE', `api-keys/${id}`)).statusCode).toBe(204)
  expect((await byKey(key, 'site')).statusCode).toBe(401)
  expect((await byCookie('DELETE', `api-keys/${id}`)).statusCode).toBe(404)
})

it('[RS3] guesses are slowed by address, work by key', async () => {
  const { key } = await make('admin')
  const wrong = `${key.slice(0, -4)}AAAA`
  const guesses = []
  for (let i = 0; i < 7; i++) guesses.push((await byKey(wrong, 'site', {}, '203.0.113.9')).statusCode)
  expect(guesses).toEqual([401, 401, 401, 401, 401, 429, 429])
  expect((await byKey(key, 'site', {}, '203.0.113.9')).statusCode).toBe(429)
  const work = []
  for (let i = 0; i < 31; i++) work.push((await byKey(key, 'site', {}, '203.0.113.10')).statusCode)
  expect(work.filter((status) => status === 200)).toHaveLength(30)
  expect(work.at(-1)).toBe(429)
})

it('[AU12] no key and nothing of a key is in the log', async () => {
  const { key, prefix } = await make('admin')
  await byKey(key, 'site')
  await byKey(`${key}x`, 'site', {}, '203.0.113.11')
  const log = http.logged.join('')
  expect(log).toContain('/api/v1/site')
  expect(log).not.toContain(key.slice(prefix.length))
})
