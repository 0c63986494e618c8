import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'

const simplePeer = readFileSync(createRequire(import.meta.url).resolve('simple-peer/simplepeer.min.js'), 'utf8')

/** The least that a call in a browser needs: simple-peer, and Socket.IO to carry its signals to the other page. */
const script = (calls: boolean): string => `
  const socket = io({ transports: ['websocket'] })
  const audio = document.querySelector('audio')
  let peer, stream, early = []
  socket.on('connect', () => { document.title = 'connected' })
  socket.on('signal', (data) => {
    if (!${calls} && peer === undefined && early.length === 0) void start()
    if (peer) peer.signal(data)
    else early.push(data)
  })
  socket.on('over', () => {
    peer?.destroy()
    for (const track of stream?.getTracks() ?? []) track.stop()
    peer = undefined
    early = []
  })
  async function start() {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true })
    peer = new SimplePeer({ initiator: ${calls}, stream, config: { iceServers: [] } })
    peer.on('signal', (data) => socket.emit('signal', data))
    peer.on('stream', (remote) => { audio.srcObject = remote; void audio.play() })
    peer.on('error', () => undefined)
    for (const data of early.splice(0)) peer.signal(data)
  }
  document.querySelector('button')?.addEventListener('click', start)`

const html = (calls: boolean): string => `<!doctype html><title>-</title>
  ${calls ? '<button>Call</button>' : ''}<audio autoplay></audio>
  <script src="/socket.io/socket.io.js"></script><script src="/simple-peer.js"></script><script>${script(calls)}</script>`

/** Two pages, `/caller` and `/callee`, whose signals a raw relay hands over; the callee answers by itself. */
export async function startRawCall(): Promise<{ origin: string; close(): Promise<void> }> {
  const http = createServer((request, response) => {
    if (request.url === '/simple-peer.js') return response.setHeader('content-type', 'text/javascript').end(simplePeer)
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html(request.url === '/caller'))
  })
  const io = new Server(http)
  io.on('connection', (socket) => {
    socket.on('signal', (data: unknown) => socket.broadcast.emit('signal', data))
    socket.on('disconnect', () => socket.broadcast.emit('over'))
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    close: () => io.close(),
  }
}
