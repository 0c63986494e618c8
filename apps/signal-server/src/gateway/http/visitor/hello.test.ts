import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../../testing/http-server.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
})
afterAll(() => http.close())

const hello = (payload: object, headers = {}) =>
  http.onWidget({ method: 'POST', url: '/widget/api/hello', payload: { site: 'bluesky', ...payload }, headers })

it('a stranger becomes a visitor by a cookie that only our own pages send', async () => {
  const response = await hello({})
  expect(response.json()).toMatchObject({
    site: { key: 'bluesky', name: 'Blue Sky' },
    customer: { name: '', identified: false },
    cookieSeen: false,
  })
  expect(response.headers['set-cookie']).toMatch(
    /^__Host-beckon-bluesky=[\w-]{43}; Max-Age=2592000; Path=\/; Secure; HttpOnly; SameSite=None; Partitioned$/,
  )
})
