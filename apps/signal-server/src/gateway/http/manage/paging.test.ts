import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'
import { makeCursor } from '../cursor.ts'

let http: HttpServer
let mia: string
beforeAll(async () => {
  http = await httpServer()
  mia = await http.signIn('mia@bluesky.example')
})
afterAll(() => http.close())

interface Page {
  items: { id: string; startedAt: number; status: string; channel: string; subject: string }[]
  nextCursor: string | null
}
const page = async (query: string): Promise<Page> => {
  const answer = await http.onPublic({ url: `/api/v1/interactions?${query}`, headers: { cookie: mia } })
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

/** One more interaction of the past, `ago` before now: a copy of one there is. */
const insert = async (ago: number): Promise<string> => {
  const { rows } = await http.db.query<{ id: string }>(
    `insert into interactions select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'enqueued_at', $1::bigint))).*
      from interactions i where i.id = (select x.id from interactions x join sites s on s.id = x.site_id and s.key = 'bluesky' where x.status = 'closed' limit 1)
      returning id`,
    [http.clock.now() - ago],
  )
  return rows[0]?.id ?? ''
}

it('[RS12] pages hold every row that was there at the first one, once, whatever comes in meanwhile', async () => {
  let pages = 0
  let inserted = 0
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.array(fc.constantFrom(0, 1, 86_400_000, 10 * 86_400_000, 500 * 86_400_000), { maxLength: 3 }), {
        minLength: 3,
        maxLength: 8,
      }),
      async (limit, arrivals) => {
        const { rows } = await http.db.query<{ id: string }>(
          "select id from interactions where site_id = (select id from sites where key = 'bluesky')",
        )
        const read: string[] = []
        let cursor: string | null = ''
        for (let i = 0; cursor !== null; i++) {
          const found: Page = await page(`limit=${limit}${cursor && `&cursor=${cursor}`}`)
          read.push(...found.items.map(({ id }) => id))
          cursor = found.nextCursor
          pages++
          for (const ago of arrivals[i] ?? []) {
            await insert(ago)
            inserted++
          }
        }
        expect(new Set(read).size).toBe(read.length)
        expect(rows.filter(({ id }) => !read.includes(id))).toEqual([])
      },
    ),
    { numRuns: 8 },
  )
  expect([pages > 30, inserted > 10]).toEqual([true, true])
})

it('[RS12] rows of the same instant are told apart', async () => {
  const now = http.clock.now() + 1
  const same = new Set(await Promise.all(Array.from({ length: 5 }, () => insert(-1))))
  const read: string[] = []
  let cursor: string | null = ''
  for (let i = 0; i < 5 && cursor !== null; i++) {
    const found: Page = await page(`limit=1&from=${now}${cursor && `&cursor=${cursor}`}`)
    read.push(...found.items.map(({ id }) => id))
    cursor = found.nextCursor
  }
  expect(new Set(read)).toEqual(same)
})

it('[RS13] interactions are those that hold for every filter', async () => {
  const { items } = await page('limit=100')
  const [some] = items.filter(({ channel }) => channel === 'chat')
  const day = 86_400_000
  const query = `status=closed&channel=chat&subject=${some?.subject}&from=${http.clock.now() - 900 * day}&to=${http.clock.now()}&limit=100`
  const found = (await page(query)).items
  expect(found.length).toBeGreaterThan(0)
  expect(
    found.filter((each) => each.channel !== 'chat' || each.status !== 'closed' || each.subject !== some?.subject),
  ).toEqual([])
  const { rows } = await http.db.query<{ id: string; name: string }>(
    "select id, name from customers where external_id = 'ann'",
  )
  const anns = (await page(`customer=${rows[0]?.id}&limit=100`)).items as unknown as { customer: object }[]
  expect(anns.length).toBeGreaterThan(0)
  expect(new Set(anns.map(({ customer }) => JSON.stringify(customer))).size).toBe(1)
})

it.each(['x', makeCursor({ at: 1, id: 'no-id' }), makeCursor({ at: 1.5, id: crypto.randomUUID() }), '1.2'])(
  '[RS12] the cursor %s is not understood',
  async (cursor) => {
    const answer = await http.onPublic({ url: `/api/v1/interactions?cursor=${cursor}`, headers: { cookie: mia } })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid'])
  },
)
