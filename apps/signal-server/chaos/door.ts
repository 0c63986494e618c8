import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { Random } from './random.ts'
import { listenIn, type WireTap } from './wire-tap.ts'

/** One client's way to the nodes: its lines go to a node by chance, or to the other when that one is down. */
export interface Door {
  origin: string
  /** From now on only this node, or, with undefined, any. */
  prefer(port: number | undefined): void
  /** Breaks every line. */
  cut(): void
  /** The present lines go dead without closing: a network that went away. */
  freeze(): void
  /** The network is back: what was dead ends at last. */
  thaw(): void
  close(): Promise<void>
}

const keptMs = 2_000

export async function openDoor(ports: readonly number[], random: Random, tap: WireTap): Promise<Door> {
  const lines = new Set<[Socket, Socket]>()
  const frozen = new Set<[Socket, Socket]>()
  let preferred: number | undefined
  let chosen: number[] = []
  let chosenAt = Number.NEGATIVE_INFINITY
  /** Long polling is several lines to one node: as a balancer must, the door keeps its choice for a while. */
  const order = (): number[] => {
    if (preferred !== undefined) return [preferred]
    const now = performance.now()
    if (now - chosenAt > keptMs) chosen = random.chance(0.5) ? [...ports] : [...ports].reverse()
    chosenAt = now
    return chosen
  }

  async function dial(): Promise<Socket | undefined> {
    for (const port of order()) {
      const far = connect(port, '127.0.0.1')
      far.setNoDelay(true)
      const reached = await new Promise<boolean>((resolve) => {
        far.once('connect', () => resolve(true)).once('error', () => resolve(false))
      })
      if (reached) return far
    }
    return undefined
  }

  async function admit(near: Socket): Promise<void> {
    near.setNoDelay(true)
    near.on('error', () => near.destroy())
    const far = await dial()
    if (!far || near.destroyed) {
      far?.destroy()
      near.destroy()
      return
    }
    const line: [Socket, Socket] = [near, far]
    lines.add(line)
    listenIn(far, tap)
    far.on('error', () => far.destroy())
    for (const socket of line) {
      socket.on('close', () => {
        lines.delete(line)
        frozen.delete(line)
        for (const end of line) end.destroy()
      })
    }
    near.pipe(far)
    far.pipe(near)
  }

  const server = createServer((near) => void admit(near)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => {
    for (const line of lines) for (const end of line) end.destroy()
  }
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prefer: (port) => {
      preferred = port
    },
    cut,
    freeze() {
      for (const line of lines) {
        const [near, far] = line
        frozen.add(line)
        near.unpipe(far)
        far.unpipe(near)
        near.resume()
        far.resume()
      }
    },
    thaw() {
      for (const line of frozen) for (const end of line) end.destroy()
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
