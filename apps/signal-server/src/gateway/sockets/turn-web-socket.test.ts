import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { TurnWebSocketServer } from './turn-web-socket.ts'

let http: Server
let server: TurnWebSocketServer
let lines: Duplex[]

beforeEach(async () => {
  lines = []
  http = createServer()
  server = new TurnWebSocketServer({ noServer: true })
  http.on('upgrade', (request, line, head) => {
    lines.push(line)
    server.handleUpgrade(request, line, head, (client) => server.emit('connection', client, request))
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
})

afterEach(() => {
  http.closeAllConnections()
  http.close()
})

/** The two ends of one line. */
async function connect(): Promise<{ page: WebSocket; client: WebSocket; heard: string[] }> {
  const page = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`)
  const heard: string[] = []
  page.on('message', (data: Buffer) => heard.push(data.toString()))
  const [[client]] = await Promise.all([once(server, 'connection'), once(page, 'open')])
  return { page, client: client as WebSocket, heard }
}

it('[DL15] what is said in one turn arrives whole and in order, whatever its size, before the farewell', async () => {
  const { page, client, heard } = await connect()
  const said = ['a', 'é'.repeat(100), 'b'.repeat(126), 'c'.repeat(65_535), 'd'.repeat(65_536), '']
  const sent: string[] = []
  for (const text of said) client.send(text, () => sent.push(text))
  client.close()
  await once(page, 'close')
  expect(heard).toEqual(said)
  expect(sent).toEqual(said)
})

it('[DL15] texts of one turn leave in one write', async () => {
  const { page, client, heard } = await connect()
  const writes = vi.spyOn(lines[0] as Duplex, 'write')
  for (const text of ['one', 'two', 'three']) client.send(text, () => {})
  await once(page, 'message')
  expect(writes).toHaveBeenCalledTimes(1)
  client.close()
  await once(page, 'close')
  expect(heard).toEqual(['one', 'two', 'three'])
})

it('[AU9] for a reader that stopped reading, packets are kept back and not said to be sent', async () => {
  const { page, client } = await connect()
  page.pause()
  const sent: number[] = []
  const text = 'x'.repeat(1_000_000)
  for (let i = 0; i < 20; i++) {
    client.send(text, () => sent.push(i))
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.length).toBeLessThan(20)
  page.terminate()
})
