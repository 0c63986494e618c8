import type { AgentId, SiteId } from '@beckon/shared/model/ids'
import type { PresenceStep, Team } from '@beckon/shared/protocol/rest/presence'
import { refuse } from '@beckon/shared/protocol/reply'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer, idleCommits } from '../../../../testing/http-server.ts'
import type { CommitPath } from '../../../commit/commit-path.ts'
import { loadSite } from '../../../commit/site-memory.ts'

let http: HttpServer
let mia: string
let looks = 0
let ana: { id: AgentId; siteId: SiteId }
beforeAll(async () => {
  http = await httpServer({ commits: { run: idleCommits.run, read: readsDemo } })
  mia = await http.signIn('mia@bluesky.example')
  const { rows } = await http.db.query<{ id: AgentId; siteId: SiteId }>(
    `select a.id, a.site_id as "siteId" from agents a join sites s on s.id = a.site_id where s.key = 'bluesky' and a.name = 'Ana'`,
  )
  if (!rows[0]) throw new Error('the demo has an Ana')
  ana = rows[0]
})
afterAll(() => http.close())

const get = (url: string) => http.onPublic({ url: `/api/v1/${url}`, headers: { cookie: mia } })
/** The memory of a node that has just started. */
const readsDemo: CommitPath['read'] = async (siteId, look) => {
  looks++
  const state = await loadSite(http.db, siteId)
  return state ? { ok: true, value: look(state) } : refuse('not-found')
}

/** One step, at an instant. */
const step = (at: number, was: string, became: string, reason: string | null) =>
  http.db.query(
    `insert into presence_changes (id, site_id, at, agent_id, channel, was, became, reason)
      values (gen_random_uuid(), $1, $2, $3, 'chat', $4, $5, $6)`,
    [ana.siteId, at, ana.id, was, became, reason],
  )

it('[PR19] a supervisor reads the steps of an agent, newest first, page by page, between two instants', async () => {
  await step(1_000, 'available', 'unavailable', 'lunch')
  await step(2_000, 'unavailable', 'available', null)
  await step(3_000, 'available', 'not-responding', null)
  const read = async (query: string) =>
    (await get(`agents/${ana.id}/presence?${query}`)).json<{ items: PresenceStep[]; nextCursor: string }>()
  const first = await read('limit=2')
  const second = await read(`limit=2&cursor=${first.nextCursor}`)
  const steps = [...first.items, ...second.items].map(({ at, channel, became, reason }) => [
    at,
    channel,
    became,
    reason,
  ])
  expect(steps).toEqual([
    [3_000, 'chat', 'not-responding', null],
    [2_000, 'chat', 'available', null],
    [1_000, 'chat', 'unavailable', 'lunch'],
  ])
  expect((await read('from=2000&to=3000')).items.map(({ at }) => at)).toEqual([2_000])
})

it('[PR29] the steps of a voice say on which device, as it was called then', async () => {
  await http.db.query(
    `insert into presence_changes (id, site_id, at, agent_id, channel, nickname, was, became)
      values (gen_random_uuid(), $1, 4000, $2, 'voice', 'Desk', 'available', 'unavailable')`,
    [ana.siteId, ana.id],
  )
  const { items } = (await get(`agents/${ana.id}/presence?from=4000&to=4001`)).json<{ items: PresenceStep[] }>()
  expect(items).toMatchObject([{ channel: 'voice', nickname: 'Desk' }])
})

it('[PR19] what was written of a presence cannot be changed or taken back', async () => {
  await expect(http.db.query('delete from presence_changes')).rejects.toThrow('only grows')
})

it('[PR19] the timeline of another site’s agent looks absent', async () => {
  const { rows } = await http.db.query<{ id: string }>("select id from agents where name = 'Nora'")
  expect((await get(`agents/${rows[0]?.id}/presence`)).statusCode).toBe(404)
})

it('[PR20] of a large team somebody is found by name, and the rest is counted', async () => {
  const team = async (query: string) => (await get(`team?${query}`)).json<Team>()
  const some = await team('q=%20LI&limit=1')
  expect([some.found, some.items.map(({ name }) => name)]).toEqual([1, ['Li']])
  expect(some.counts).toEqual({ ready: 0, partial: 0, busy: 0, unavailable: 0, dnd: 0, offline: 6 })
  expect([(await team('limit=2')).items.length, (await team('limit=2')).found]).toEqual([2, 6])
  expect((await get('team?limit=201')).statusCode).toBe(400)
})

it('[PR20] however many watch, a site is looked at once a second', async () => {
  http.clock.advance(5_000)
  looks = 0
  await Promise.all(Array.from({ length: 20 }, () => get('team')))
  expect(looks).toBe(1)
  http.clock.advance(1_000)
  await get('team')
  expect(looks).toBe(2)
})

it('[PR20] a supervisor sees the whole team as it is, and nobody of another site', async () => {
  const team = (await get('team')).json<Team>()
  expect(team.items.map(({ name }) => name)).toEqual(['Ana', 'Eve', 'Li', 'Mia', 'Omar', 'Raj'])
  expect(team.items[0]).toMatchObject({
    overall: 'offline',
    nextReason: null,
    channels: [
      { channel: 'chat', presence: 'offline', used: 0, capacity: 4 },
      { channel: 'voice', presence: 'offline', used: 0, capacity: 1 },
      { channel: 'task', presence: 'offline', used: 0, capacity: 3 },
    ],
  })
})
