import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../testing/http-server.ts'

let http: HttpServer
beforeAll(async () => {
  http = await httpServer()
})
afterAll(() => http.close())

const from = (remoteAddress: string, headers = {}) => http.onPublic({ url: '/metrics', remoteAddress, headers })

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1'])('%s is this machine and reads them', async (address) => {
  expect((await from(address)).statusCode).toBe(200)
})

it('for another machine they do not exist', async () => {
  expect((await from('192.0.2.7')).statusCode).toBe(404)
})

it('a proxy on this machine lends nobody its place', async () => {
  expect((await from('127.0.0.1', { 'x-forwarded-for': '192.0.2.7' })).statusCode).toBe(404)
  expect((await from('127.0.0.1', { forwarded: 'for=192.0.2.7' })).statusCode).toBe(404)
})

it('an administrator reads them from anywhere, an agent does not', async () => {
  const cookie = await http.signIn('sam@bluesky.example')
  expect((await from('192.0.2.7', { cookie })).statusCode).toBe(200)
  const agent = await http.signIn('ana@bluesky.example')
  expect((await from('192.0.2.7', { cookie: agent })).statusCode).toBe(404)
})
