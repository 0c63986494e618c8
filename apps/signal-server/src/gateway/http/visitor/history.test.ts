import type { HistoryResponse, TranscriptResponse } from '@beckon/shared/protocol/http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'
import { tokenHash } from '../../auth/visitor-token.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
})
afterAll(() => http.close())

/** The cookie of somebody of the demo's past. */
async function cookieOf(externalId: string, siteKey = 'bluesky'): Promise<string> {
  const cookie = await http.meet(siteKey)
  await http.db.query(
    `update visitor_tokens set customer_id = (select id from customers where external_id = $2) where hash = decode($1, 'hex')`,
    [tokenHash(cookie.split('=')[1] ?? ''), externalId],
  )
  return cookie
}

const get = (path: string, cookie: string, site = 'bluesky') =>
  http.onWidget({ url: `/widget/api/history${path}?site=${site}&limit=50`, headers: { cookie } })

const idsOf = async (externalId: string): Promise<string[]> =>
  (
    await http.db.query<{ id: string }>(
      `select i.id from interactions i join customers c on c.id = i.customer_id where c.external_id = $1
        order by i.enqueued_at desc`,
      [externalId],
    )
  ).rows.map(({ id }) => id)

it('a customer finds their own past, without what staff made of it', async () => {
  const { items } = (await get('', await cookieOf('ann'))).json<HistoryResponse>()
  expect(items.length).toBeGreaterThan(3)
  expect(items.map(({ interactionId }) => interactionId)).toEqual(await idsOf('ann'))
  expect(items.filter((item) => 'disposition' in item)).toEqual([])
})

it('a customer reads what was said, and never the desk’s notes', async () => {
  const cookie = await cookieOf('ann')
  const kinds = new Set<string>()
  for (const id of await idsOf('ann')) {
    const { item, entries } = (await get(`/${id}`, cookie)).json<TranscriptResponse>()
    expect(item.interactionId).toBe(id)
    for (const { body } of entries) kinds.add(body.kind)
  }
  expect([...kinds].sort()).toEqual(expect.arrayContaining(['ended', 'joined', 'message']))
  expect([...kinds].filter((kind) => kind === 'note' || kind === 'wrapped-up')).toEqual([])
})

it('[CH14] who read how far is no part of what was said', async () => {
  const [id] = await idsOf('ann')
  const cookie = await cookieOf('ann')
  const linesOf = async () => (await get(`/${id}`, cookie)).json<TranscriptResponse>().entries.length
  const before = await linesOf()
  await http.db.query(
    `with s as (update streams set head = head + 1 where interaction_id = $1 and kind = 'conversation' returning id, head)
      insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
      select id, head, gen_random_uuid(), 1, 'customer', '', '{"kind": "read", "upTo": 1}', '' from s`,
    [id],
  )
  expect(await linesOf()).toBe(before)
})

it("another customer's interaction looks absent, and so does another site's", async () => {
  const [anns] = await idsOf('ann')
  const [banks] = await idsOf('nb-1')
  expect((await get(`/${anns}`, await cookieOf('tom'))).statusCode).toBe(404)
  expect((await get(`/${banks}`, await cookieOf('tom'))).statusCode).toBe(404)
  const banker = await cookieOf('nb-1', 'northbank')
  expect((await get(`/${banks}`, banker, 'northbank')).statusCode).toBe(200)
  expect((await get(`/${anns}`, banker, 'northbank')).statusCode).toBe(404)
  expect((await get(`/${banks}`, banker, 'bluesky')).statusCode).toBe(401)
})

it('who has merged into a customer reads the past of both', async () => {
  const cookie = await http.meet()
  const visitor = await http.auth.customer({ siteKey: 'bluesky', cookie })
  expect((await get('', cookie)).json<HistoryResponse>().items).toEqual([])
  await http.db.query(
    "update customers set merged_into = (select id from customers where external_id = 'tom') where id = $1",
    [visitor?.principal.customerId],
  )
  const { items } = (await get('', cookie)).json<HistoryResponse>()
  expect(items.map(({ interactionId }) => interactionId)).toEqual(await idsOf('tom'))
})

it('[CH18] a customer saves their own transcript under its reference, and nobody else’s', async () => {
  const [id] = await idsOf('ann')
  const save = (cookie: string, query = '') =>
    http.onWidget({ url: `/widget/api/history/${id}/transcript?site=bluesky${query}`, headers: { cookie } })
  const text = await save(await cookieOf('ann'))
  expect(text.headers['content-type']).toBe('text/plain; charset=utf-8')
  expect(text.headers['content-disposition']).toMatch(/^attachment; filename="BS-[A-Z0-9]{8}\.txt"/)
  expect(text.body).toContain('Blue Sky')
  const page = await save(await cookieOf('ann'), '&format=page&locale=ar&zone=Asia/Riyadh')
  expect(page.headers['content-disposition']).toContain('.html"')
  expect(page.headers['content-security-policy']).toContain('sandbox')
  expect((await save(await cookieOf('tom'))).statusCode).toBe(404)
  expect((await save(await cookieOf('ann'), '&format=pdf')).statusCode).toBe(400)
})

it('[HI2] a customer finds what was said to them, and no note about them', async () => {
  const ann = await cookieOf('ann')
  const ids = await idsOf('ann')
  const { rows } = await http.db.query<{ conversation: string; desk: string }>(
    'select conversation_id as conversation, desk_id as desk from interactions where id = $1',
    [ids[0]],
  )
  for (const [stream, text] of [
    [rows[0]?.conversation, 'a flugelhorn'],
    [rows[0]?.desk, 'a mandolin'],
  ]) {
    await http.db.query(
      `insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
        values ($1, 9000, gen_random_uuid(), 1, 'agent', '', jsonb_build_object('kind', 'message', 'text', $2::text), '')`,
      [stream, text],
    )
    await http.db.query('delete from stream_words where stream_id = $1', [stream])
    await http.db.query('select index_streams(array[$1::uuid])', [stream])
  }
  const find = async (q: string) =>
    (await http.onWidget({ url: `/widget/api/history?site=bluesky&q=${q}`, headers: { cookie: ann } }))
      .json<HistoryResponse>()
      .items.map(({ interactionId }) => interactionId)
  expect(await find('flugel')).toEqual([ids[0]])
  expect(await find('mandolin')).toEqual([])
})
