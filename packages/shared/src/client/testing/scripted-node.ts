import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server, type Socket } from 'socket.io'
import type { Entry } from '../../model/entry.ts'
import type { CommandName } from '../../protocol/commands.ts'
import { endpoints } from '../../protocol/events.ts'
import { ok, type Reply } from '../../protocol/reply.ts'

export interface Received {
  name: CommandName
  id: string
  payload: unknown
}
type Ack = (reply: Reply<unknown>) => void
type Script = (command: Received, ack: Ack, socket: Socket) => void

export interface ScriptedNode {
  origin: string
  port: number
  /** Every frame that arrived, repetitions included. */
  received: Received[]
  /** The handshake of every attempt to connect. */
  handshakes: Record<string, unknown>[]
  /** Decides who may connect: the code of the refusal, or undefined. */
  door: () => string | undefined
  /** What it does with commands of a name; unless told, it commits texts to their stream and answers ok. */
  script: Map<CommandName, Script>
  streams: Map<string, Entry[]>
  /** Commits one entry without telling anybody. */
  commit(streamId: string, id?: string): Entry
  tell(event: string, ...args: unknown[]): void
  /** Breaks every line without a word. */
  cut(): void
  stop(): Promise<void>
}

const headOf = (streams: Map<string, Entry[]>, streamId: string): Entry[] => {
  const entries = streams.get(streamId) ?? []
  streams.set(streamId, entries)
  return entries
}

export function entryOf(streamId: string, seq: number, id = `${streamId}-${seq}`): Entry {
  const author = { kind: 'agent' as const, name: 'Ana' }
  return { streamId, seq, id, order: seq, at: seq, author, body: { kind: 'message', text: `text ${seq}` } }
}

interface NodeOptions {
  port?: number
  endpoint?: keyof typeof endpoints
  transports?: ('websocket' | 'polling')[]
  /** A node that comes back finds what the one before it committed. */
  streams?: Map<string, Entry[]>
}

/** A node of the product as the wire shows it, doing what the test tells it. */
export async function startScriptedNode(options: NodeOptions = {}): Promise<ScriptedNode> {
  const { port = 0, endpoint = 'customer', transports = ['websocket', 'polling'], streams = new Map() } = options
  const http: HttpServer = createServer()
  const io = new Server(http, { path: endpoints[endpoint].path, transports })
  const namespace = io.of(endpoints[endpoint].namespace)
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const address = http.address() as AddressInfo

  const node: ScriptedNode = {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    received: [],
    handshakes: [],
    door: () => undefined,
    script: new Map(),
    streams,
    commit(streamId, id) {
      const entries = headOf(streams, streamId)
      const entry = entryOf(streamId, entries.length + 1, id)
      entries.push(entry)
      return entry
    },
    tell: (event, ...args) => void namespace.emit(event, ...args),
    cut() {
      for (const socket of namespace.sockets.values()) socket.conn.close(true)
    },
    stop: () => io.close(),
  }

  namespace.use((socket, next) => {
    node.handshakes.push(socket.handshake.auth)
    const refusal = node.door()
    if (refusal === undefined) next()
    else next(new Error(refusal))
  })
  namespace.on('connection', (socket) => {
    socket.onAny((name: CommandName, frame: { id: string; payload: unknown }, ack: Ack) => {
      const command = { name, ...frame }
      node.received.push(command)
      const script = node.script.get(name) ?? commonScript(node)
      script(command, ack, socket)
    })
  })
  return node
}

function commonScript(node: ScriptedNode): Script {
  return ({ name, id, payload }, ack) => {
    if (name === 'stream:sync') return ack(ok(page(node, payload as { streamId: string; after: number })))
    if (name !== 'message:send') return ack(ok(null))
    ack(ok(commitOnce(node, (payload as { streamId: string }).streamId, id)))
  }
}

const page = (node: ScriptedNode, { streamId, after }: { streamId: string; after: number }) => {
  const entries = node.streams.get(streamId) ?? []
  return { entries: entries.slice(after, after + 200), head: entries.length }
}

/** The same id gets the first reply again. */
export function commitOnce(node: ScriptedNode, streamId: string, id: string): { seq: number; at: number } {
  const known = node.streams.get(streamId)?.find((entry) => entry.id === id)
  const { seq, at } = known ?? node.commit(streamId, id)
  return { seq, at }
}
