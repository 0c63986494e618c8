import { randomUUID } from 'node:crypto'
import type { EarlierResponse, HistoryItem, HistoryResponse, TranscriptResponse } from '@beckon/shared/protocol/http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'

const DAY_MS = 86_400_000

let http: HttpServer
const cookies = new Map<string, string>()
beforeAll(async () => {
  http = await httpServer()
  for (const email of ['ana@bluesky', 'raj@bluesky', 'mia@bluesky', 'sam@bluesky', 'nora@northbank']) {
    cookies.set(email.split('@')[0] ?? '', await http.signIn(`${email}.example`))
  }
})
afterAll(() => http.close())

const get = (who: string, url: string) =>
  http.onPublic({ url: `/api/v1${url}`, headers: { cookie: cookies.get(who) ?? '' } })

async function items(who: string, url = '/history?limit=50'): Promise<HistoryItem[]> {
  const response = await get(who, url)
  expect(response.statusCode).toBe(200)
  return response.json<HistoryResponse>().items
}

/** Interactions of the demo's past, by agent; null: nobody took it. */
async function idsOf(agent: string | null, where = 'true'): Promise<string[]> {
  const { rows } = await http.db.query<{ id: string }>(
    `select i.id from interactions i left join agents a on a.id = i.owner_id
      where a.name is not distinct from $1 and ${where} order by i.enqueued_at desc, i.id desc`,
    [agent],
  )
  return rows.map(({ id }) => id)
}

/** As if it had closed `ago` before now. */
const closed = (id: string | undefined, ago: number) =>
  http.db.query('update interactions set closed_at = $2 where id = $1', [id, http.clock.now() - ago])

it('an agent reads what they served, newest first, and nothing of others', async () => {
  const mine = await items('ana')
  expect(mine.length).toBeGreaterThan(5)
  expect(mine.map(({ interactionId }) => interactionId)).toEqual(await idsOf('Ana'))
  expect(mine[0]).toMatchObject({ agentName: 'Ana', endedAt: expect.any(Number), disposition: expect.any(String) })
})

it('pages of a history follow on each other without a gap or a repeat', async () => {
  const whole = await idsOf('Ana')
  const read: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: HistoryResponse = (await get('ana', `/history?limit=3${cursor && `&cursor=${cursor}`}`)).json()
    expect(page.items.length).toBeLessThanOrEqual(3)
    read.push(...page.items.map(({ interactionId }) => interactionId))
    cursor = page.nextCursor
  }
  expect(read).toEqual(whole)
})

it.each(['limit=101', 'limit=0', 'cursor=x', 'cursor=1.x', "cursor=1.' or true", 'customer=x'])(
  'a history with %s is not understood',
  async (query) => {
    expect((await get('ana', `/history?${encodeURI(query)}`)).statusCode).toBe(400)
  },
)

it('a transcript has the conversation and the desk’s notes, in the order of their commits', async () => {
  const { rows } = await http.db.query<{ id: string }>(
    `select i.id from interactions i join agents a on a.id = i.owner_id join entries e on e.stream_id = i.desk_id
      where a.name = 'Raj' and e.body->>'kind' = 'note' and i.channel = 'chat' limit 1`,
  )
  const { item, entries } = (await get('raj', `/interactions/${rows[0]?.id}/transcript`)).json<TranscriptResponse>()
  expect(item.interactionId).toBe(rows[0]?.id)
  expect(entries.map(({ body }) => body.kind)).toEqual([
    'joined',
    ...Array.from({ length: item.messages }, () => 'message'),
    'ended',
    'note',
    'wrapped-up',
  ])
})

it('what another agent served looks absent, like what never was', async () => {
  const [rajs] = await idsOf('Raj')
  for (const id of [rajs, randomUUID()]) {
    for (const what of ['transcript', 'history']) {
      const response = await get('ana', `/interactions/${id}/${what}`)
      expect([response.statusCode, response.json().code]).toEqual([404, 'not-found'])
    }
  }
})

it('an agent reads the past of a customer they serve, and of one they served within a day', async () => {
  const { rows } = await http.db.query<{ mine: string; theirs: string }>(
    `select m.id as mine, t.id as theirs from interactions m join interactions t using (customer_id)
      join agents a on a.id = m.owner_id join agents b on b.id = t.owner_id where a.name = 'Ana' and b.name = 'Raj' limit 1`,
  )
  const { mine, theirs } = rows[0] ?? {}
  const look = async () => [
    (await get('ana', `/interactions/${theirs}/transcript`)).statusCode,
    (await get('ana', `/interactions/${mine}/history`)).statusCode,
    (await get('ana', `/interactions/${mine}/transcript`)).statusCode,
  ]
  expect(await look()).toEqual([404, 404, 200])
  await closed(mine, DAY_MS - 1)
  expect(await look()).toEqual([200, 200, 200])
  const past = await items('ana', `/interactions/${mine}/history?limit=50`)
  expect(past.map(({ interactionId }) => interactionId)).toEqual(expect.arrayContaining([mine, theirs]))
  await closed(mine, DAY_MS)
  expect(await look()).toEqual([404, 404, 200])
  await http.db.query("update interactions set status = 'wrap-up', closed_at = null where id = $1", [mine])
  expect(await look()).toEqual([200, 200, 200])
  await http.db.query("update interactions set status = 'closed', closed_at = 1 where id = $1", [mine])
})

it('the past of a visitor who proved to be a customer belongs to that customer', async () => {
  const [mine] = await idsOf('Raj', "i.customer_id in (select id from customers where external_id = 'ann')")
  const { rows } = await http.db.query<{ id: string }>(
    `update customers set merged_into = (select id from customers where external_id = 'ann')
      where id = (select c.id from customers c join interactions i on i.customer_id = c.id
        where c.external_id is null and c.site_id = (select id from sites where key = 'bluesky') limit 1) returning id`,
  )
  await closed(mine, 0)
  const past = await items('raj', `/interactions/${mine}/history?limit=50`)
  const visitors = (
    await http.db.query<{ id: string }>('select id from interactions where customer_id = $1', [rows[0]?.id])
  ).rows
  expect(visitors.length).toBeGreaterThan(0)
  expect(past.map(({ interactionId }) => interactionId)).toEqual(expect.arrayContaining(visitors.map(({ id }) => id)))
  await closed(mine, 2 * DAY_MS)
})

it('a supervisor reads all of the site, an administrator the history but not what was said', async () => {
  const [abandoned] = await idsOf(null)
  const [anas] = await idsOf('Ana')
  for (const id of [abandoned, anas]) {
    expect((await get('mia', `/interactions/${id}/transcript`)).statusCode).toBe(200)
    expect((await get('mia', `/interactions/${id}/history`)).statusCode).toBe(200)
    expect((await get('sam', `/interactions/${id}/history`)).statusCode).toBe(200)
    expect((await get('sam', `/interactions/${id}/transcript`)).statusCode).toBe(403)
  }
})

it('nothing of another site is found by anybody', async () => {
  const [noras] = await idsOf('Nora')
  const [anas] = await idsOf('Ana')
  for (const what of ['transcript', 'history']) {
    for (const who of ['ana', 'mia']) expect((await get(who, `/interactions/${noras}/${what}`)).statusCode).toBe(404)
    expect((await get('nora', `/interactions/${anas}/${what}`)).statusCode).toBe(404)
  }
  const ours = (await items('nora')).map(({ interactionId }) => interactionId)
  expect(ours).toEqual(await idsOf('Nora'))
})

it('[TL1] a supervisor reads page by page what a customer had before, each whole, and nothing that goes on', async () => {
  const [mine, open] = await idsOf('Ana', "i.customer_id in (select id from customers where external_id = 'ann')")
  await http.db.query('update interactions set ended_at = null, closed_at = null, status = $2 where id = $1', [
    open,
    'assigned',
  ])
  const parts: TranscriptResponse[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const url: string = `/interactions/${mine}/earlier?limit=2${cursor && `&cursor=${cursor}`}`
    const page: EarlierResponse = (await get('mia', url)).json()
    expect(page.parts.length).toBeLessThanOrEqual(2)
    parts.push(...page.parts)
    cursor = page.nextCursor
  }
  const past = await items('mia', `/interactions/${mine}/history?limit=50`)
  expect(parts.length).toBeGreaterThan(1)
  expect(parts.map(({ item }) => item)).toEqual(past.filter(({ interactionId }) => interactionId !== open))
  for (const { item, entries } of parts) {
    const whole: TranscriptResponse = (await get('mia', `/interactions/${item.interactionId}/transcript`)).json()
    expect(entries).toEqual(whole.entries)
  }
  await http.db.query("update interactions set status = 'closed', closed_at = 1, ended_at = 1 where id = $1", [open])
})

it('[TL1] what a customer had before looks absent to an agent who does not serve them', async () => {
  const [rajs] = await idsOf('Raj')
  expect((await get('ana', `/interactions/${rajs}/earlier`)).statusCode).toBe(404)
  expect((await get('sam', `/interactions/${rajs}/earlier`)).statusCode).toBe(403)
})

/** What a history is asked with, and what it then holds. */
const found = async (who: string, url: string, query: Record<string, string>) =>
  (await items(who, `${url}?${new URLSearchParams({ limit: '50', ...query }).toString()}`)).map(
    ({ interactionId }) => interactionId,
  )

it('[HI1] a history is narrowed by product, channel and agent, all at once, and says to what it can be', async () => {
  const past = await items('ana')
  const [first] = past
  const same = past.filter((each) => each.subject === first?.subject && each.channel === first.channel)
  const narrowed = await found('ana', '/history', {
    subject: first?.subject ?? '',
    channel: first?.channel ?? '',
    agent: 'Ana',
  })
  expect(narrowed).toEqual(same.map(({ interactionId }) => interactionId))
  expect(narrowed.length).toBeLessThan(past.length)
  expect(await found('ana', '/history', { agent: 'Raj' })).toEqual([])
  const { filters } = (await get('ana', '/history?limit=1')).json<HistoryResponse>()
  expect(filters?.agents).toEqual(['Ana'])
  expect(filters?.subjects.map(({ key }) => key).sort()).toEqual(
    [...new Set(past.map(({ subject }) => subject))].sort(),
  )
  expect((await get('ana', '/history?subject=booking&limit=1')).json<HistoryResponse>().filters).toEqual(filters)
})

it('[HI2] what was said is found by words and beginnings of words, in any case; a note only by staff', async () => {
  const { rows } = await http.db.query<{ id: string; kind: string; text: string }>(
    `select i.id, e.body->>'kind' as kind, e.body->>'text' as text from interactions i
      join agents a on a.id = i.owner_id and a.name = 'Raj'
      join entries e on e.stream_id in (i.conversation_id, i.desk_id) where e.body->>'kind' in ('message', 'note')`,
  )
  for (const kind of ['message', 'note']) {
    const said = rows.find((each) => each.kind === kind)
    const word = /\p{L}{5,}/u.exec(said?.text ?? '')?.[0] ?? ''
    const expected = new Set(
      rows
        .filter(({ text }) => new RegExp(`(^|[^\\p{L}\\p{N}])${word.slice(0, 4)}`, 'iu').test(text))
        .map(({ id }) => id),
    )
    expect(expected.has(said?.id ?? '')).toBe(true)
    expect(new Set(await found('raj', '/history', { q: word.slice(0, 4).toUpperCase() }))).toEqual(expected)
  }
  expect(await found('raj', '/history', { q: 'zzzznothing' })).toEqual([])
  expect(await found('raj', '/history', { q: "') | (' & ! :*" })).toEqual([])
})

it('[HI2] a contact is found by its reference, and one that goes on by what is said in it now', async () => {
  const [past] = await items('raj')
  expect(await found('raj', '/history', { q: past?.reference.toLowerCase() ?? '' })).toEqual([past?.interactionId])
  const { rows } = await http.db.query<{ stream: string }>(
    "update interactions set status = 'wrap-up', closed_at = null where id = $1 returning conversation_id as stream",
    [past?.interactionId],
  )
  await http.db.query(
    `insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
      values ($1, 9000, gen_random_uuid(), 1, 'customer', '', '{"kind": "message", "text": "the Quetzalcoatlus"}', '')`,
    [rows[0]?.stream],
  )
  expect(await found('raj', '/history', { q: 'quetzal' })).toEqual([past?.interactionId])
  expect(await found('ana', '/history', { q: 'quetzal' })).toEqual([])
  expect(await found('nora', '/history', { q: 'quetzal' })).toEqual([])
  await http.db.query("update interactions set status = 'closed', closed_at = 1 where id = $1", [past?.interactionId])
})
