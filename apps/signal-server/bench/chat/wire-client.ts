import { once } from 'node:events'
import { WebSocket } from 'ws'

export interface WireClientOptions {
  /** `ws://host:port` */
  origin: string
  path: string
  /** `/` or `/name` */
  namespace: string
  auth: object
  onEvent(name: string, data: unknown): void
}

/**
 * The least that a Socket.IO server takes for a client (engine.io protocol 4, socket.io protocol 5, WebSocket only), so
 * that the generator of the load takes little from the machine it measures.
 */
export class WireClient {
  readonly #socket: WebSocket
  readonly #options: WireClientOptions
  /** What every packet of the namespace carries between its type and its data. */
  readonly #prefix: string
  readonly #replies = new Map<number, (reply: unknown) => void>()
  #lastId = 0
  #connected: () => void = () => {}
  #failed: (error: Error) => void = () => {}

  private constructor(options: WireClientOptions) {
    this.#options = options
    this.#prefix = options.namespace === '/' ? '' : `${options.namespace},`
    this.#socket = new WebSocket(`${options.origin}${options.path}?EIO=4&transport=websocket`, {
      perMessageDeflate: false,
      origin: options.origin.replace('ws', 'http'),
    })
    this.#socket.on('message', (data: Buffer) => this.#hear(data.toString()))
  }

  static async open(options: WireClientOptions): Promise<WireClient> {
    const client = new WireClient(options)
    await new Promise<void>((resolve, reject) => {
      client.#connected = resolve
      client.#failed = reject
      client.#socket.once('error', reject)
    })
    return client
  }

  emit(name: string, data: unknown, onReply: (reply: unknown) => void): void {
    this.#lastId += 1
    this.#replies.set(this.#lastId, onReply)
    this.#socket.send(`42${this.#prefix}${this.#lastId}${JSON.stringify([name, data])}`)
  }

  ask(name: string, data: unknown): Promise<unknown> {
    return new Promise((resolve) => this.emit(name, data, resolve))
  }

  async close(): Promise<void> {
    this.#socket.close()
    await once(this.#socket, 'close')
  }

  #hear(text: string): void {
    if (text[0] === '2') this.#socket.send('3')
    else if (text[0] === '0') this.#socket.send(`40${this.#prefix}${JSON.stringify(this.#options.auth)}`)
    else if (text[0] === '4') this.#hearPacket(text[1] ?? '', 2 + this.#prefix.length, text)
  }

  #hearPacket(type: string, start: number, text: string): void {
    if (type === '2') {
      const [name, data] = JSON.parse(text.slice(start)) as [string, unknown]
      this.#options.onEvent(name, data)
    } else if (type === '3') {
      const bracket = text.indexOf('[', start)
      const id = Number(text.slice(start, bracket))
      const onReply = this.#replies.get(id)
      this.#replies.delete(id)
      onReply?.((JSON.parse(text.slice(bracket)) as unknown[])[0])
    } else if (type === '0') this.#connected()
    else this.#failed(new Error(`the server said ${text}`))
  }
}
