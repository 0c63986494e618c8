import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws'
import { textFrames } from './text-frames.ts'

/** Bytes that may lie unwritten on one line before packets pile up above it, where slow readers are noticed. */
const mostUnwritten = 65_536

/** Who has something to write at the end of this turn of the event loop. */
let waiting: TurnWebSocket[] = []

function writeAll(): void {
  const all = waiting
  waiting = []
  for (const socket of all) socket.write()
}

/**
 * Writes all packets of one turn of the event loop at once: making a packet costs less than a write to the kernel.
 * The next packet may come as soon as `send` has been called; so Socket.IO keeps none back while the line takes them.
 */
class TurnWebSocket extends WebSocket {
  line: Duplex | undefined
  #texts: string[] = []

  override send(data: Parameters<WebSocket['send']>[0], ...rest: unknown[]): void {
    const sent = rest.at(-1)
    if (typeof data !== 'string' || typeof sent !== 'function' || !this.#takesMore()) {
      this.write()
      return super.send(data, ...(rest as []))
    }
    if (this.#texts.push(data) === 1) {
      if (waiting.length === 0) process.nextTick(writeAll)
      waiting.push(this)
    }
    sent()
  }

  /** What was sent before goes out before the farewell. */
  override close(code?: number, reason?: string | Buffer): void {
    this.write()
    super.close(code, reason)
  }

  write(): void {
    const texts = this.#texts
    if (texts.length === 0) return
    this.#texts = []
    if (this.readyState === WebSocket.OPEN) this.line?.write(textFrames(texts))
  }

  #takesMore(): boolean {
    return this.readyState === WebSocket.OPEN && this.line !== undefined && this.line.writableLength < mostUnwritten
  }
}

/** What Socket.IO is given as its WebSocket server. No compression: frames are made here. */
export class TurnWebSocketServer extends WebSocketServer<typeof TurnWebSocket> {
  constructor(options: ServerOptions<typeof TurnWebSocket>) {
    super({ ...options, WebSocket: TurnWebSocket, perMessageDeflate: false })
  }

  override handleUpgrade(
    request: IncomingMessage,
    line: Duplex,
    head: Buffer,
    done: (client: TurnWebSocket, request: IncomingMessage) => void,
  ): void {
    super.handleUpgrade(request, line, head, (client) => {
      client.line = line
      done(client, request)
    })
  }
}
