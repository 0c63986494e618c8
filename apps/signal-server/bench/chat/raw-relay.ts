import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { answerCollect, tell } from '../measure/in-child.ts'

/**
 * What Socket.IO alone costs: a message is acknowledged and handed to the other side of its room, as the same bytes
 * that our server sends, and kept nowhere.
 */
interface Sent {
  id: string
  payload: { streamId: string; text: string }
}
interface Ends {
  head: number
  customer?: Socket
  agent?: Socket
}

const rooms = new Map<string, Ends>()
const http = createServer()
const io = new Server(http, {
  path: '/relay',
  serveClient: false,
  perMessageDeflate: false,
  httpCompression: false,
  transports: ['websocket'],
})

io.on('connection', (socket) => {
  const { kind, streams } = socket.handshake.auth as { kind: 'customer' | 'agent'; streams: string[] }
  for (const id of streams) {
    const room: Ends = rooms.get(id) ?? { head: 1 }
    room[kind] = socket
    rooms.set(id, room)
  }
  const author = { kind, name: kind === 'agent' ? 'Agent' : '' }
  socket.on('message:send', ({ id, payload: { streamId, text } }: Sent, ack: (reply: unknown) => void) => {
    const room = rooms.get(streamId)
    if (!room) return
    const seq = ++room.head
    const at = Date.now()
    const entry = { streamId, seq, id, order: seq, at, author, body: { kind: 'message', text } }
    const other = kind === 'agent' ? room.customer : room.agent
    other?.emit('stream:appended', [entry])
    ack({ ok: true, value: { seq, at } })
  })
})

http.listen(0, '127.0.0.1', () => tell({ origin: `ws://127.0.0.1:${(http.address() as AddressInfo).port}` }))
answerCollect()
process.on('SIGTERM', () => process.exit(0))
