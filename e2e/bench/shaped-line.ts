import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Shape {
  /** There and back; each direction takes half of it. */
  roundTripMs: number
  bitsPerSecond: number
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** What crosses at once: one packet, so that connections take turns as on a real line. */
const packetBytes = 1_460

/** One direction of the line, shared by all its connections: a packet leaves when those before it have. */
function lane({ roundTripMs, bitsPerSecond }: Shape): (bytes: number) => Promise<void> {
  let freeAt = 0
  return (bytes) => {
    const now = performance.now()
    freeAt = Math.max(freeAt, now) + (bytes * 8_000) / bitsPerSecond
    return after(freeAt + roundTripMs / 2 - now)
  }
}

function carry(from: Socket, to: Socket, pass: (bytes: number) => Promise<void>): void {
  let last = Promise.resolve()
  from.on('data', (chunk: Buffer) => {
    for (let at = 0; at < chunk.length; at += packetBytes) {
      const packet = chunk.subarray(at, at + packetBytes)
      const due = pass(packet.length)
      last = last.then(async () => {
        await due
        if (to.writable) to.write(packet)
      })
    }
  })
  from.on('end', () => void last.then(() => to.end()))
  from.on('error', () => to.destroy())
  from.on('close', () => void last.then(() => to.end()))
}

/** A slow line to the server at `target()`: delay and width as of a phone's; a new connection costs a round trip too. */
export async function shapedLine(target: () => number, shape: Shape): Promise<{ port: number; close(): void }> {
  const up = lane(shape)
  const down = lane(shape)
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(target(), '127.0.0.1')
    for (const socket of [near, far]) {
      socket.setNoDelay(true)
      open.add(socket)
      socket.on('close', () => open.delete(socket))
    }
    // The handshake of the connection: nothing of it crosses sooner.
    const pass = connecting(shape.roundTripMs, up)
    carry(near, far, pass)
    carry(far, near, down)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close()
      for (const socket of open) socket.destroy()
    },
  }
}

function connecting(roundTripMs: number, pass: (bytes: number) => Promise<void>): (bytes: number) => Promise<void> {
  const until = performance.now() + roundTripMs
  return async (bytes) => {
    await after(Math.max(0, until - performance.now()))
    await pass(bytes)
  }
}
