import { type Engine, openEngine, type TransportName } from './open-engine.ts'

type Listener = (...args: never[]) => void
type Ack = (...args: unknown[]) => void

interface IoOptions {
  path: string
  auth: object
  transports: TransportName[]
}

/** `type[namespace,][ack id][json]`; attachments (binary) are no part of our wire. */
const packetShape = /^(\d)(?:(\/[^,]*),?)?(\d+)?(.*)$/s

function createEmitter() {
  const listeners = new Map<string, Listener[]>()
  return {
    on: (name: string, listener: Listener) => void listeners.set(name, [...(listeners.get(name) ?? []), listener]),
    tell: (name: string, ...args: unknown[]) => {
      for (const listener of listeners.get(name) ?? []) (listener as (...all: unknown[]) => void)(...args)
    },
  }
}

/**
 * The part of the Socket.IO client (protocol 5) that the shared connection uses, for one namespace and without dialling
 * again by itself: a quarter of the library's size. The names are the library's, which it stands in for in this app.
 * https://github.com/socketio/socket.io-protocol
 */
export function io(uri: string, options: IoOptions) {
  const { origin, pathname: namespace } = new URL(uri)
  const url = `${origin}${options.path}/?EIO=4`
  const events = createEmitter()
  const manager = createEmitter()
  const acks = new Map<number, Ack>()
  let any: Listener = () => undefined
  let engine: Engine | undefined
  let connected = false
  let lastAck = 0

  const write = (type: number, data?: unknown, id?: number) =>
    engine?.send(`${type}${namespace},${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`)

  const drop = () => {
    engine?.close()
    engine = undefined
    acks.clear()
    const was = connected
    connected = false
    return was
  }
  const closed = () => {
    if (drop()) events.tell('disconnect')
    else events.tell('connect_error', new Error('no transport'))
  }
  const refused = ({ message }: { message: string }) => {
    drop()
    events.tell('connect_error', new Error(message))
  }
  const received = ([name, ...args]: [string, ...unknown[]]) => {
    any()
    events.tell(name, ...args)
  }
  const message = (text: string) => {
    const [, type, where, id, json] = packetShape.exec(text) ?? []
    if (where !== namespace) return
    const data: unknown = json ? JSON.parse(json) : undefined
    if (type === '0') {
      connected = true
      events.tell('connect')
    }
    if (type === '1') closed()
    if (type === '2') received(data as [string, ...unknown[]])
    if (type === '3') {
      const ack = acks.get(Number(id))
      acks.delete(Number(id))
      ack?.(...(data as unknown[]))
    }
    if (type === '4') refused(data as { message: string })
  }

  return {
    sendBuffer: [] as unknown[],
    io: { opts: options, on: manager.on },
    on: events.on,
    onAny: (listener: Listener) => {
      any = listener
    },
    connect() {
      if (engine !== undefined) return
      const open = () => write(0, options.auth)
      engine = openEngine(url, options.transports, { open, message, closed, ping: () => manager.tell('ping') })
    },
    disconnect() {
      if (connected) write(1)
      if (drop()) events.tell('disconnect')
    },
    emit(name: string, data: unknown, ack: Ack) {
      if (!connected) return
      acks.set(++lastAck, ack)
      write(2, [name, data], lastAck)
    },
  }
}
