import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer, idleCommits } from '../../../testing/http-server.ts'

let http: HttpServer
beforeAll(async () => {
  const run = async () => {
    throw new Error('the commit path is closed')
  }
  http = await httpServer({ commits: { ...idleCommits, run } })
})
afterAll(() => http.close())

it('[AU12] no cookie, token, code, password, address or query reaches the log, even when a request fails', async () => {
  const ana = await http.signIn('ana@bluesky.example')
  const visitor = await http.meet()
  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    http.onWidget({ method: 'POST', url, payload: { site: 'bluesky', ...payload }, headers })
  const { token } = (await post('/widget/api/hello', { cookieFailed: true })).json()
  const { code } = (await post('/widget/api/handover', {}, { cookie: visitor })).json()
  const { identity } = (await http.onPublic({ url: '/demo/identity?user=ann' })).json()
  const failed = await post('/widget/api/identify', { identity }, { cookie: visitor })
  expect(failed.statusCode).toBe(500)
  await http.onPublic({ url: '/api/v1/history?cursor=QUERY-CANARY', headers: { cookie: ana } })
  await http.onPublic({
    method: 'POST',
    url: '/api/v1/auth/sign-in/email',
    payload: { email: 'canary@x.example', password: 'PASSWORD-CANARY' },
  })
  await http.onPublic({ url: '/nowhere?secret=QUERY-CANARY' })

  const log = http.logged.join('')
  expect(log).toContain('request failed')
  expect(log).toContain('/widget/api/hello')
  const value = (cookie: string) => cookie.split('=')[1] ?? ''
  const secrets = { ana: value(ana), visitor: value(visitor), token, code, identity, signature: identity.split('.')[2] }
  const leaks = (secret: string) => log.includes(secret) || log.includes(decodeURIComponent(secret))
  const told = Object.entries(secrets).filter(([, secret]) => secret.length < 20 || leaks(secret))
  expect(told).toEqual([])
  for (const canary of ['QUERY-CANARY', 'PASSWORD-CANARY', 'canary@x.example', 'ana@bluesky', 'Ann Lee']) {
    expect(log).not.toContain(canary)
  }
})
