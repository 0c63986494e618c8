import type { OpenRawLine, RawLine } from './raw-line.ts'
import { openWebSocketLine } from './web-socket-line.ts'

export type TransportName = 'websocket' | 'polling'
export interface EngineEvents {
  open(): void
  message(text: string): void
  ping(): void
  /** Once: it ended, or no transport opened. Not after `close`. */
  closed(): void
}
export interface Engine {
  send(message: string): void
  close(): void
}

/** Few networks keep WebSockets out: the other way comes when it is needed. Nothing is sent before its first packet. */
const openPollingLater: OpenRawLine = (url, events) => {
  let line: RawLine | undefined
  let over = false
  import('./polling-line.ts').then(({ openPollingLine }) => {
    if (!over) line = openPollingLine(url, events)
  }, events.closed)
  return {
    send: (packet) => line?.send(packet),
    close() {
      over = true
      line?.close()
    },
  }
}

const openers: Record<TransportName, OpenRawLine> = { websocket: openWebSocketLine, polling: openPollingLater }

/** The engine below Socket.IO: handshake, heartbeat, and the first of `transports` that opens. */
export function openEngine(url: string, transports: readonly TransportName[], events: EngineEvents): Engine {
  let line: RawLine | undefined
  let opened = false
  let over = false
  let attempt = 0
  /** Silence longer than this means that the server is gone; it says so itself in the handshake. */
  let silenceMs = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    over = true
    clearTimeout(timer)
    line?.close()
  }
  const end = () => {
    if (over) return
    stop()
    events.closed()
  }
  const heard = () => {
    clearTimeout(timer)
    if (silenceMs > 0 && !over) timer = setTimeout(end, silenceMs)
  }
  const handshake = (text: string) => {
    const { pingInterval, pingTimeout } = JSON.parse(text) as { pingInterval: number; pingTimeout: number }
    silenceMs = pingInterval + pingTimeout
    opened = true
    events.open()
  }
  const packet = (text: string) => {
    const rest = text.slice(1)
    if (text[0] === '0') handshake(rest)
    if (text[0] === '1') end()
    if (text[0] === '2') {
      line?.send(`3${rest}`)
      events.ping()
    }
    if (text[0] === '4') events.message(rest)
    heard()
  }
  const next = () => {
    const name = transports[attempt++]
    if (name === undefined) return end()
    line = openers[name](url, { packet, closed: () => (opened || over ? end() : next()) })
  }

  next()
  return { send: (message) => line?.send(`4${message}`), close: stop }
}
