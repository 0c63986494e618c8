import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ServerOptions, WebSocket, WebSocketServer } from 'ws'

/** Bytes that may lie unwritten on one line before packets pile up above it, where slow readers are noticed. */
const mostUnwritten = 65_536

/** Lines that have something to write at the end of this turn of the event loop. */
let corked: Duplex[] = []

function writeAll(): void {
  const lines = corked
  corked = []
  for (const line of lines) line.uncork()
}

function writeWithTurn(line: Duplex): void {
  if (line.writableCorked > 0) return
  if (corked.length === 0) setImmediate(writeAll)
  line.cork()
  corked.push(line)
}

/** Writes all packets of one turn of the event loop at once: a write to a socket costs more than making a packet. */
class TurnWebSocket extends WebSocket {
  line: Duplex | undefined

  override send(data: Parameters<WebSocket['send']>[0], ...rest: unknown[]): void {
    const { line } = this
    const sent = rest.at(-1)
    if (typeof sent !== 'function' || !line || this.readyState !== WebSocket.OPEN || line.writableLength > mostUnwritten) {
      return super.send(data, ...(rest as []))
    }
    writeWithTurn(line)
    super.send(data)
    // Socket.IO hands over its next packet only when the last is said to be sent.
    sent()
  }
}

/** What Socket.IO is given as its WebSocket server. */
export class TurnWebSocketServer extends WebSocketServer<typeof TurnWebSocket> {
  constructor(options: ServerOptions<typeof TurnWebSocket>) {
    super({ ...options, WebSocket: TurnWebSocket })
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
