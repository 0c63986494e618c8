import type { HistoryResponse } from '@beckon/shared/protocol/http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'
import { tokenHash } from '../../auth/visitor-token.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
})
afterAll(() => http.close())

/** The cookie of somebody of the demo's past. */
async function cookieOf(externalId: string): Promise<string> {
  const cookie = await http.meet()
  await http.db.query(
    `update visitor_tokens set customer_id = (select id from customers where external_id = $2) where hash = decode($1, 'hex')`,
    [tokenHash(cookie.split('=')[1] ?? ''), externalId],
  )
  return cookie
}

/** Ids of Ann's served ones, newest first, all of which ended a moment ago. */
async function annsServed(): Promise<string[]> {
  const { rows } = await http.db.query<{ id: string }>(
    `update interactions i set ended_at = $1, closed_at = $1 from customers c
      where c.id = i.customer_id and c.external_id = 'ann' and i.owner_id is not null returning i.id`,
    [http.clock.now() - 1_000],
  )
  return rows.map(({ id }) => id)
}

const answer = (cookie: string, payload: object) =>
  http.onWidget({
    method: 'POST',
    url: '/widget/api/survey',
    payload: { site: 'bluesky', ...payload },
    headers: { cookie },
  })

it('[SV1] the first answer is kept with the interaction; sent again it is the same, another is a conflict', async () => {
  const [interactionId] = await annsServed()
  const cookie = await cookieOf('ann')
  const given = { interactionId, score: 4, text: ' quick and kind ' }
  expect((await answer(cookie, given)).statusCode).toBe(204)
  expect((await answer(cookie, given)).statusCode).toBe(204)
  const other = await answer(cookie, { ...given, score: 1 })
  expect([other.statusCode, other.json().code]).toEqual([409, 'conflict'])
  const { rows } = await http.db.query('select score, text from surveys where interaction_id = $1', [interactionId])
  expect(rows).toEqual([{ score: 4, text: 'quick and kind' }])
})

it("[SV2] another's interaction, one still open and one nobody served look absent", async () => {
  const [, interactionId] = await annsServed()
  expect((await answer(await cookieOf('tom'), { interactionId, score: 1 })).statusCode).toBe(404)
  const ann = await cookieOf('ann')
  await http.db.query("update interactions set status = 'assigned', closed_at = null where id = $1", [interactionId])
  expect((await answer(ann, { interactionId, score: 1 })).statusCode).toBe(404)
  await http.db.query("update interactions set status = 'closed', closed_at = 1, owner_id = null where id = $1", [
    interactionId,
  ])
  expect((await answer(ann, { interactionId, score: 1 })).statusCode).toBe(404)
})

it('[SV3] a day after the end it is too late', async () => {
  const [, , interactionId] = await annsServed()
  const ann = await cookieOf('ann')
  await http.db.query('update interactions set ended_at = $2 where id = $1', [
    interactionId,
    http.clock.now() - 86_400_001,
  ])
  const late = await answer(ann, { interactionId, score: 5 })
  expect(late.json().code).toBe('expired')
})

it.each([0, 6, 2.5, '5'])('[SV1] a score of %j is no answer', async (score) => {
  const [interactionId] = await annsServed()
  expect((await answer(await cookieOf('ann'), { interactionId, score })).statusCode).toBe(400)
})

it('[SV4] the agent finds the answer in the row of the history', async () => {
  const [interactionId] = await annsServed()
  await answer(await cookieOf('ann'), { interactionId, score: 4, text: 'quick and kind' })
  const cookie = await http.signIn('mia@bluesky.example')
  const { items } = (
    await http.onPublic({ url: `/api/v1/interactions/${interactionId}/history?limit=50`, headers: { cookie } })
  ).json<HistoryResponse>()
  expect(items.find((item) => item.interactionId === interactionId)?.survey).toEqual({
    score: 4,
    text: 'quick and kind',
  })
})
