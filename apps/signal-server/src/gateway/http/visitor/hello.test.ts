import type { LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cookieOf, type HttpServer, httpServer } from '../../../../testing/http-server.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
})
afterAll(() => http.close())

const DAY_MS = 86_400_000

const post = (path: string, payload: object, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
  http.onWidget({ method: 'POST', url: `/widget/api/${path}`, payload: { site: 'bluesky', ...payload }, headers })
const hello = (payload: object, headers: Record<string, string> = {}) => post('hello', payload, headers)

/** Whom a cookie or token leads to. */
async function whoIs(asked: { cookie?: string; token?: string }, siteKey = 'bluesky'): Promise<string | undefined> {
  return (await http.auth.customer({ siteKey, ...asked }))?.principal.customerId
}

it('a stranger becomes a visitor by a cookie that scripts cannot read', async () => {
  const response = await hello({})
  expect(response.json()).toEqual({ customer: { name: '', identified: false }, cookieSeen: false })
  expect(response.headers['set-cookie']).toMatch(
    /^__Host-beckon-bluesky=[\w-]{43}; Max-Age=2592000; Path=\/; Secure; HttpOnly; SameSite=None; Partitioned$/,
  )
})

it('a visitor who comes back is the same one', async () => {
  const cookie = await http.meet()
  const response = await hello({}, { cookie })
  expect(response.json().cookieSeen).toBe(true)
  expect(response.headers['set-cookie']).toBeUndefined()
  expect(await whoIs({ cookie })).toMatch(/^[0-9a-f-]{36}$/)
})

it('[AU11] only a hash of the token is kept', async () => {
  const token = (await http.meet()).split('=')[1] ?? ''
  const { rows } = await http.db.query<{ all: string }>('select string_agg(t::text, $1) as all from visitor_tokens t', [
    ' ',
  ])
  expect(token).toHaveLength(43)
  expect(rows[0]?.all).not.toContain(token)
  expect(rows[0]?.all).not.toContain(Buffer.from(token).toString('hex'))
})

it('a visitor of one site is a stranger to another', async () => {
  const cookie = await http.meet('northbank')
  const token = cookie.split('=')[1] ?? ''
  expect(await whoIs({ cookie }, 'bluesky')).toBeUndefined()
  expect(await whoIs({ cookie: `__Host-beckon-bluesky=${token}` }, 'bluesky')).toBeUndefined()
  const both = `${cookie}; ${await http.meet('bluesky')}`
  expect(await whoIs({ cookie: both }, 'northbank')).not.toBe(await whoIs({ cookie: both }, 'bluesky'))
})

it('where cookies fail the page keeps a token, and is the same visitor by it', async () => {
  const first = await hello({ cookieFailed: true })
  const { token } = first.json()
  expect(token).toMatch(/^p\.[\w-]{43}$/)
  expect(first.headers['set-cookie']).toBeUndefined()
  const again = await hello({ cookieFailed: true, token })
  expect(again.json()).toMatchObject({ token, cookieSeen: false })
  const { rowCount } = await http.db.query('select from visitor_tokens t where t.hash = sha256($1::bytea)', [
    Buffer.from(token),
  ])
  expect(rowCount).toBe(1)
})

it('a token that a page could read never leads to an identified customer', async () => {
  const { token } = (await hello({ cookieFailed: true })).json()
  const customerId = await whoIs({ token })
  await http.db.query("update customers set external_id = 'stolen' where id = $1", [customerId])
  expect(await whoIs({ token })).toBeUndefined()
  expect(await whoIs({ cookie: `__Host-beckon-bluesky=${token}` })).toBeUndefined()
  expect(await whoIs({ token: token.slice(2) })).toBeUndefined()
})

it('[AU11] a visitor is forgotten thirty days after their last visit, and not before', async () => {
  const own = await httpServer()
  const cookie = await own.meet()
  const seen = async () =>
    (
      await own.onWidget({
        method: 'POST',
        url: '/widget/api/hello',
        payload: { site: 'bluesky' },
        headers: { cookie },
      })
    ).json().cookieSeen
  own.clock.advance(29 * DAY_MS)
  expect(await seen()).toBe(true)
  own.clock.advance(29 * DAY_MS)
  expect(await seen()).toBe(true)
  own.clock.advance(30 * DAY_MS + 1)
  expect(await seen()).toBe(false)
  await own.close()
})

it('an unknown site greets nobody', async () => {
  expect((await hello({ site: 'nobody' })).statusCode).toBe(404)
})

it.each(['http://localhost:3000', 'https://evil.example', 'null', ''])('a page of %j may not ask', async (origin) => {
  const response = await hello({}, { origin })
  expect([response.statusCode, response.headers['set-cookie']]).toEqual([403, undefined])
})

it('another window becomes the same visitor by a code that works once', async () => {
  const cookie = await http.meet()
  const { code } = (await post('handover', {}, { cookie })).json()
  const window = await hello({ handover: code })
  expect(await whoIs({ cookie: cookieOf(window) })).toBe(await whoIs({ cookie }))
  const again = await hello({ handover: code })
  expect([again.statusCode, again.json().code, again.headers['set-cookie']]).toEqual([410, 'expired', undefined])
})

it('a handover code is no token, and of two windows that use it at once one gets in', async () => {
  const cookie = await http.meet()
  const { code } = (await post('handover', {}, { cookie })).json()
  expect(await whoIs({ token: code })).toBeUndefined()
  expect(await whoIs({ cookie: `__Host-beckon-bluesky=${code}` })).toBeUndefined()
  expect((await hello({ site: 'northbank', handover: code })).statusCode).toBe(410)
  const windows = await Promise.all([hello({ handover: code }), hello({ handover: code })])
  expect(windows.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 410])
})

it('a handover code runs out after a minute', async () => {
  const own = await httpServer()
  const ask = (path: string, payload: object, headers = {}) =>
    own.onWidget({ method: 'POST', url: `/widget/api/${path}`, payload: { site: 'bluesky', ...payload }, headers })
  const { code } = (await ask('handover', {}, { cookie: await own.meet() })).json()
  own.clock.advance(60_000)
  expect((await ask('hello', { handover: code })).statusCode).toBe(410)
  await own.close()
})

it('a window gets no more rights than the page that handed over', async () => {
  const { token } = (await hello({ cookieFailed: true })).json()
  const { code } = (await post('handover', { token })).json()
  const window = await hello({ handover: code })
  expect(cookieOf(window)).toMatch(/=p\.[\w-]{43}$/)
})

it('who logs out is a stranger afterwards, also with the old cookie', async () => {
  const cookie = await http.meet()
  const response = await post('logout', {}, { cookie })
  expect(response.statusCode).toBe(204)
  expect(response.headers['set-cookie']).toMatch(/^__Host-beckon-bluesky=; Max-Age=0; /)
  expect(await whoIs({ cookie })).toBeUndefined()
})
