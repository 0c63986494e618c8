import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../testing/http-server.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
})
afterAll(() => http.close())

it('a request for another host name is told that it went astray', async () => {
  const response = await http.server.inject({ url: '/healthz', headers: { host: 'evil.example' } })
  expect([response.statusCode, response.json().code]).toEqual([421, 'misdirected'])
})

it.each([
  ['an unknown path', { url: '/nowhere' }, 404, 'not-found'],
  ['a method nobody answers to', { method: 'DELETE', url: '/api/v1/me' }, 404, 'not-found'],
  [
    'a body that is no JSON',
    {
      method: 'POST',
      url: '/api/v1/auth/sign-in/email',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    },
    400,
    'invalid',
  ],
  [
    'a body of another type',
    { method: 'POST', url: '/api/v1/auth/sign-in/email', payload: 'x', headers: { 'content-type': 'text/plain' } },
    400,
    'invalid',
  ],
  [
    'a body that is too large',
    { method: 'POST', url: '/api/v1/auth/sign-in/email', payload: { email: 'x'.repeat(40_000) } },
    413,
    'too-large',
  ],
  ['a body without what it needs', { method: 'POST', url: '/api/v1/auth/sign-in/email', payload: {} }, 400, 'invalid'],
  ['nobody', { url: '/api/v1/me' }, 401, 'unauthenticated'],
] as const)('%s is answered with problem details', async (_what, request, status, code) => {
  const response = await http.onPublic(request)
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(response.json()).toMatchObject({ type: 'about:blank', status, code, title: expect.any(String) })
  expect(response.statusCode).toBe(status)
  expect(response.json().requestId).toBe(response.headers['x-request-id'])
  expect(response.headers['cache-control']).toBe('no-store')
})

it('what a person wrote does not come back in a refusal', async () => {
  const payload = { site: 'bluesky', token: { canary: 'CANARY' } }
  const response = await http.onWidget({ method: 'POST', url: '/widget/api/hello', payload })
  expect(response.statusCode).toBe(400)
  expect(response.body).not.toContain('CANARY')
})

it('[AU14] a NUL or half of an emoji in a body or a query is no failure of ours', async () => {
  const cookie = await http.meet()
  const asked = await http.onWidget({ url: '/widget/api/history?site=bluesky&q=bag%00', headers: { cookie } })
  expect(asked.statusCode).toBe(200)
  const payload = { site: 'bluesky', interactionId: randomUUID(), score: 5, text: '\ud83d \0' }
  const answered = await http.onWidget({ method: 'POST', url: '/widget/api/survey', payload, headers: { cookie } })
  expect(answered.json()).toMatchObject({ code: 'not-found' })
})

it('[AU14] a body nested without end is refused', async () => {
  const payload = `${'['.repeat(12_000)}${']'.repeat(12_000)}`
  const headers = { 'content-type': 'application/json' }
  const response = await http.onWidget({ method: 'POST', url: '/widget/api/hello', payload, headers })
  expect(response.statusCode).toBe(400)
})

it('every answer forbids sniffing and framing', async () => {
  const { headers } = await http.onPublic({ url: '/api/v1/me' })
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

it('browsers are bound to TLS only where there is TLS', async () => {
  expect((await http.onPublic({ url: '/healthz' })).headers['strict-transport-security']).toBeUndefined()
  const secure = await httpServer({ config: { publicUrl: 'https://c.example', widgetUrl: 'https://w.example' } })
  expect((await secure.onPublic({ url: '/healthz' })).headers['strict-transport-security']).toBe('max-age=31536000')
  await secure.close()
})

it('an address that asks too much is told to wait', async () => {
  const limited = await httpServer({ limits: { all: 2 } })
  await limited.onPublic({ url: '/openapi.json' })
  await limited.onPublic({ url: '/openapi.json' })
  const response = await limited.onPublic({ url: '/openapi.json' })
  expect([response.statusCode, response.json().code]).toEqual([429, 'rate-limited'])
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(0)
  await limited.close()
})

it('behind a proxy the limit is per customer, not per proxy, once the proxy is trusted', async () => {
  const proxied = await httpServer({ config: { trustProxy: true }, limits: { all: 1 } })
  const from = (address: string) => proxied.onPublic({ url: '/openapi.json', headers: { 'x-forwarded-for': address } })
  expect((await from('198.51.100.1')).statusCode).toBe(200)
  expect((await from('198.51.100.2')).statusCode).toBe(200)
  expect((await from('198.51.100.1')).statusCode).toBe(429)
  await proxied.close()
})

it('without the demo its routes do not exist, and the front door leads to the console', async () => {
  const real = await httpServer({ config: { demo: false } })
  for (const url of ['/api/v1/demo/accounts', '/demo/', '/demo/identity?user=ann']) {
    expect((await real.onPublic({ url })).statusCode).toBe(404)
  }
  expect((await real.onPublic({ url: '/' })).headers.location).toBe('/console')
  await real.close()
})

it('a server whose database is gone is not ready but alive', async () => {
  const lonely = await httpServer()
  await lonely.db.end()
  expect((await lonely.onPublic({ url: '/readyz' })).statusCode).toBe(503)
  expect((await lonely.onPublic({ url: '/healthz' })).statusCode).toBe(200)
  await lonely.server.close()
})

it('the API describes itself, without the routes that are pages', async () => {
  const { openapi, paths } = (await http.onPublic({ url: '/openapi.json' })).json()
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths)).toContain('/api/v1/interactions/{id}/transcript')
  expect(Object.keys(paths)).toContain('/widget/api/hello')
  expect(Object.keys(paths).filter((path) => path.includes('console') || path.includes('assets'))).toEqual([])
})
