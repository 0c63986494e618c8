// @vitest-environment node
import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { io } from './io.ts'
import type { TransportName } from './open-engine.ts'

let http: HttpServer
let server: Server
let url: string
const clients: ReturnType<typeof io>[] = []

beforeEach(async () => {
  http = createServer()
  server = new Server(http, { path: '/widget/io', pingInterval: 200, pingTimeout: 200 })
  server
    .of('/customer')
    .use((socket, next) => next(socket.handshake.auth['site'] === 'bluesky' ? undefined : new Error('forbidden')))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.disconnect()
  http.closeAllConnections()
  await server.close()
  vi.unstubAllGlobals()
})

function client(site = 'bluesky', transports: TransportName[] = ['polling']) {
  const made = io(`${url}/customer`, { path: '/widget/io', auth: { site }, transports })
  clients.push(made)
  const heard = {
    connect: vi.fn<() => void>(),
    connect_error: vi.fn<(error: Error) => void>(),
    disconnect: vi.fn<() => void>(),
  }
  made.on('connect', heard.connect)
  made.on('connect_error', heard.connect_error)
  made.on('disconnect', heard.disconnect)
  made.connect()
  return { made, heard }
}

test('the real server lets it in, hears its commands and acknowledges each to its own', async () => {
  server.of('/customer').on('connection', (socket) => {
    socket.on('message:send', (frame: { id: string }, ack: (reply: unknown) => void) =>
      ack({ ok: true, value: frame.id }),
    )
  })
  const { made, heard } = client()
  await vi.waitFor(() => expect(heard.connect).toHaveBeenCalledTimes(1))
  const replies: unknown[] = []
  for (const id of ['a', 'b', 'c'])
    made.emit('message:send', { id, payload: { text: 'a, “b” {1}' } }, (reply) => replies.push(reply))
  await vi.waitFor(() => expect(replies).toHaveLength(3))
  expect(replies).toEqual(['a', 'b', 'c'].map((value) => ({ ok: true, value })))
})

test('events of the server come in their order, and count as a sign of life', async () => {
  server.of('/customer').on('connection', (socket) => {
    for (const n of [1, 2, 3]) socket.emit('stream:appended', [{ n, text: 'naïve ☎' }])
  })
  const { made } = client()
  const alive = vi.fn<() => void>()
  const events: unknown[] = []
  made.onAny(alive)
  made.on('stream:appended', (entries: never) => events.push(entries))
  await vi.waitFor(() => expect(events).toHaveLength(3))
  expect(events).toEqual([1, 2, 3].map((n) => [{ n, text: 'naïve ☎' }]))
  expect(alive).toHaveBeenCalledTimes(3)
})

test('a refusal of the server at the door comes with its word', async () => {
  const { heard } = client('elsewhere')
  await vi.waitFor(() => expect(heard.connect_error).toHaveBeenCalledTimes(1))
  expect(heard.connect_error.mock.calls[0]?.[0].message).toBe('forbidden')
  expect(heard.connect).not.toHaveBeenCalled()
})

test('heartbeats are answered: the line outlives several of them', async () => {
  const { made, heard } = client()
  const pings = vi.fn<() => void>()
  made.io.on('ping', pings)
  await vi.waitFor(() => expect(pings.mock.calls.length).toBeGreaterThan(3), 3_000)
  expect(heard.disconnect).not.toHaveBeenCalled()
})

test('a server that goes away is a disconnect, and the same client connects again', async () => {
  const { made, heard } = client()
  await vi.waitFor(() => expect(heard.connect).toHaveBeenCalledTimes(1))
  server.of('/customer').disconnectSockets(true)
  await vi.waitFor(() => expect(heard.disconnect).toHaveBeenCalledTimes(1))
  made.connect()
  await vi.waitFor(() => expect(heard.connect).toHaveBeenCalledTimes(2))
})

test('the server sees at once that the client said goodbye', async () => {
  const gone = vi.fn<(reason: string) => void>()
  server.of('/customer').on('connection', (socket) => socket.on('disconnect', gone))
  const { made, heard } = client()
  await vi.waitFor(() => expect(heard.connect).toHaveBeenCalledTimes(1))
  made.disconnect()
  expect(heard.disconnect).toHaveBeenCalledTimes(1)
  await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(1), 2_000)
})

test('where a WebSocket does not open, polling follows in the same attempt', async () => {
  class RefusedSocket {
    onclose: (() => void) | undefined
    constructor() {
      queueMicrotask(() => this.onclose?.())
    }
    close() {}
  }
  vi.stubGlobal('WebSocket', RefusedSocket)
  const { heard } = client('bluesky', ['websocket', 'polling'])
  await vi.waitFor(() => expect(heard.connect).toHaveBeenCalledTimes(1))
})

test('a server that is not there is one failed attempt', async () => {
  await server.close()
  const { heard } = client()
  await vi.waitFor(() => expect(heard.connect_error).toHaveBeenCalledTimes(1))
})
