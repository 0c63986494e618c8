import { randomUUID } from 'node:crypto'
import type { GuideResponse } from '@beckon/shared/protocol/demo'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
})
afterAll(() => http.close())

const ask = async (query: string, cookie?: string): Promise<GuideResponse> =>
  (await http.onPublic({ url: `/demo/guide?${query}`, headers: cookie === undefined ? {} : { cookie } })).json()

async function pastOf(site: string): Promise<{ id: string; reference: string; ownerId: string; siteId: string }> {
  const { rows } = await http.db.query<{ id: string; reference: string; ownerId: string; siteId: string }>(
    `select i.id, reference, owner_id as "ownerId", i.site_id as "siteId" from interactions i
      join sites s on s.id = i.site_id join agents a on a.id = i.owner_id
      where s.key = $1 and a.name in ('Ana', 'Nora') and channel = 'chat' limit 1`,
    [site],
  )
  return rows[0] ?? expect.fail('the demo has no such past')
}

it('[DM1] who has made no contact has tried nothing, whatever others did', async () => {
  expect(await ask('references=')).toMatchObject({ ticked: [], now: http.clock.now() })
})

it('[DM1] a contact of this browser ticks what became of it, as committed', async () => {
  const { id, reference, ownerId, siteId } = await pastOf('bluesky')
  expect((await ask(`references=${reference}`)).ticked).toEqual(['contact'])
  for (const [status, step] of [
    ['timed-out', 'ring-out'],
    ['accepted', 'accept'],
  ] as const) {
    await http.db.query(
      `insert into offers (id, site_id, version, interaction_id, agent_id, channel, status, made_at, expires_at, why)
        values ($1, $2, 0, $3, $4, 'chat', $5, 1, 2, '{}')`,
      [randomUUID(), siteId, id, ownerId, status],
    )
    expect((await ask(`references=${reference}`)).ticked).toContain(step)
  }
})

it('[DM1] the agent signed in in this browser counts from the first look on, and nobody else', async () => {
  const ana = await http.signIn('ana@bluesky.example')
  expect((await ask('references=&since=0', ana)).ticked).toContain('contact')
  expect((await ask(`references=&since=${http.clock.now()}`, ana)).ticked).toEqual([])
  expect((await ask('references=&since=0')).ticked).toEqual([])
})

it('[DM1] contacts of another site are not told of', async () => {
  const { reference } = await pastOf('northbank')
  expect((await ask(`references=${reference}`)).ticked).toEqual([])
})
