import { ok, refuse } from '@beckon/shared/protocol/reply'
import { contactChannels } from '@beckon/shared/model/channel'
import type { SiteId } from '@beckon/shared/model/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer, idleCommits } from '../../../../testing/http-server.ts'
import { agentRow, presenceRow } from '../../../../testing/site-rows.ts'
import type { CommitPath } from '../../../commit/commit-path.ts'
import { defaultSettings, plainQueue } from '../../../domain/rules/default-settings.ts'
import { SiteState } from '../../../domain/site-state.ts'

const read: CommitPath['read'] = async (siteId, look) => {
  if (gone.has(siteId)) return refuse('unavailable')
  const state = new SiteState(
    { id: siteId, key: 'bluesky', name: 'Blue Sky', madeAt: 0, configuredAt: 0 },
    { subjects: [], choices: [] },
    0,
  )
  const ana = agentRow('Ana', 0, { handle: 'ana' })
  state.put('agents', ana)
  for (const channel of contactChannels) state.put('presences', presenceRow(ana, channel, 0))
  state.put('settings', {
    id: siteId,
    routing: {
      ...defaultSettings,
      queues: [plainQueue, goldCalls, nearCalls],
      groups,
      buttons,
      tellsAgent: ['named', 'last-agent'],
    },
  })
  return ok(look(state))
}
/** Calls are for gold customers who press the button for them. */
const goldCalls = { ...plainQueue, key: 'gold', segments: ['gold'] }
const plainButton = { queue: 'gold', skills: {}, greeting: null, announcements: [], legs: 'both' as const }
const nearCalls = { ...plainQueue, key: 'near', regions: ['europe'] }
const groups = [
  { key: 'europe', name: 'Europe', latitude: 59.91, longitude: 10.75 },
  { key: 'asia', name: 'Asia', latitude: 35.68, longitude: 139.69 },
]
const buttons = [
  { ...plainButton, queue: 'near', when: { channel: 'voice' as const, whisper: 'near' } },
  { ...plainButton, when: { channel: 'voice' as const, whisper: 'vip' } },
]
const gone = new Set<SiteId>()

let http: HttpServer
beforeAll(async () => {
  http = await httpServer({ commits: { ...idleCommits, read } })
})
afterAll(() => http.close())

const status = (query: string, origin: string | undefined) =>
  http.onWidget({ url: `/widget/status?${query}`, headers: origin === undefined ? {} : { origin } })

it('a host page of the site reads whether somebody is there, and browsers keep the answer for ten seconds', async () => {
  const response = await status('site=bluesky&subject=baggage', 'http://localhost:3000')
  expect(response.statusCode).toBe(200)
  expect(response.headers).toMatchObject({
    'access-control-allow-origin': 'http://localhost:3000',
    vary: 'Origin',
    'cache-control': 'public, max-age=10',
  })
  expect(response.headers['access-control-allow-credentials']).toBeUndefined()
  expect(response.json()).toEqual({
    channels: { chat: 'closed', voice: 'closed' },
    agentsAvailable: 0,
    waiting: 0,
    title: 'Contact',
    word: '○ Closed',
  })
})

it('[QU13] the widget’s own page is answered for its visitor, and nobody keeps that answer', async () => {
  const cookie = await http.meet()
  const principal = (await http.auth.customer({ siteKey: 'bluesky', cookie }))?.principal
  await http.db.query("update customers set segment = 'gold' where id = $1", [principal?.customerId])
  const offered = async (headers: Record<string, string>) => {
    const response = await http.onWidget({ url: '/widget/status?site=bluesky&whisper=vip', headers })
    return [Object.keys(response.json().channels), response.headers['cache-control']]
  }
  expect(await offered({ cookie })).toEqual([['chat', 'voice'], 'private, no-store'])
  expect(await offered({})).toEqual([['chat'], 'public, max-age=10'])
  expect(await offered({ cookie, origin: 'http://localhost:3000' })).toEqual([['chat'], 'public, max-age=10'])
})

it('[QU13] a button’s words mean what they mean with the contact', async () => {
  const cookie = await http.meet()
  const principal = (await http.auth.customer({ siteKey: 'bluesky', cookie }))?.principal
  await http.db.query("update customers set segment = 'gold' where id = $1", [principal?.customerId])
  const { channels } = (
    await http.onWidget({ url: '/widget/status?site=bluesky&whisper=%20ViP!', headers: { cookie } })
  ).json()
  expect(Object.keys(channels)).toEqual(['chat', 'voice'])
})

it('[QU15] an identified customer reads in words of their language whether who helped them last is there; a host page never', async () => {
  const cookie = await http.meet()
  const principal = (await http.auth.customer({ siteKey: 'bluesky', cookie }))?.principal
  const told = async (lang: string, headers: Record<string, string> = {}) =>
    (await http.onWidget({ url: `/widget/status?site=bluesky&lang=${lang}`, headers: { cookie, ...headers } })).json()
      .agent
  await http.db.query('update customers set last_agent_id = $2 where id = $1', [
    principal?.customerId,
    agentRow('Ana', 0).id,
  ])
  expect(await told('en')).toBeUndefined()
  await http.db.query("update customers set external_id = 'known' where id = $1", [principal?.customerId])
  expect(await told('en')).toBe('Ana, who helped you last time, is not available now')
  expect(await told('ar')).toContain('Ana')
  expect(await told('en', { origin: 'http://localhost:3000' })).toBeUndefined()
})

it('[QU13, RU6] where the visitor is means the region of the resource group nearest to it, as with the contact', async () => {
  const cookie = await http.meet()
  const offered = async (location: string) =>
    Object.keys(
      (
        await http.onWidget({
          url: `/widget/status?site=bluesky&whisper=near&location=${location}`,
          headers: { cookie },
        })
      ).json().channels,
    )
  expect(await offered('59.9,10.8')).toEqual(['chat', 'voice'])
  expect(await offered('35.7,139.7')).toEqual(['chat'])
  expect(await offered('somewhere')).toEqual(['chat'])
})

it('[QU15] any visitor reads whether whom the page names is there, in the widget only', async () => {
  const cookie = await http.meet()
  const told = async (agent: string, headers: Record<string, string> = { cookie }) =>
    (await http.onWidget({ url: `/widget/status?site=bluesky&agent=${agent}`, headers })).json().agent
  expect(await told('Ana')).toBe('Ana is not available now')
  expect(await told('nobody')).toBeUndefined()
  expect(await told('ana', {})).toBeUndefined()
  expect(await told('ana', { cookie, origin: 'http://localhost:3000' })).toBeUndefined()
})

it('an Arabic page reads its words in Arabic', async () => {
  const response = await status('site=bluesky&lang=ar-EG', 'http://localhost:3000')
  expect(response.json()).toMatchObject({ title: 'اتصال', word: '○ مغلق' })
})

it('the answer is at most 400 bytes, with the longest words and the greatest numbers', async () => {
  const { body } = await status('site=bluesky&lang=ar', 'http://localhost:3000')
  const most = body.replace('"agentsAvailable":0,"waiting":0', '"agentsAvailable":9999,"waiting":9999')
  expect(most).not.toBe(body)
  expect(Buffer.byteLength(most)).toBeLessThanOrEqual(400)
})

it.each([
  'https://evil.example',
  'null',
  'http://localhost:3001',
  'https://localhost:3000',
  'http://localhost:3000.evil.example',
])('a page of %s is told that it is not one of the site', async (origin) => {
  const response = await status('site=bluesky', origin)
  expect([response.statusCode, response.json().code]).toEqual([403, 'forbidden'])
  expect(response.headers['access-control-allow-origin']).toBeUndefined()
  expect(response.headers.vary).toBe('Origin')
})

it('an origin of one site is foreign to another', async () => {
  await http.db.query("insert into site_origins select id, 'https://bank.example' from sites where key = 'northbank'")
  expect((await status('site=northbank', 'https://bank.example')).statusCode).toBe(200)
  expect((await status('site=bluesky', 'https://bank.example')).statusCode).toBe(403)
})

it('an unknown site is not found', async () => {
  expect((await status('site=nobody', 'http://localhost:3000')).statusCode).toBe(404)
})

it('a site that cannot be read now says so', async () => {
  const { rows } = await http.db.query<{ id: SiteId }>("select id from sites where key = 'northbank'")
  for (const { id } of rows) gone.add(id)
  expect((await status('site=northbank', 'https://bank.example')).statusCode).toBe(503)
})
