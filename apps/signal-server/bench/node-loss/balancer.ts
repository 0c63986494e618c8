import { once } from 'node:events'
import { get } from 'node:http'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { endpoints } from '@beckon/shared/protocol/events'

/** What stands before several nodes: a new line goes to the first of them that answers. */
export interface Balancer {
  origin: string
  close(): Promise<void>
}

const everyMs = 1_000
const answerWithinMs = 1_000

/** Asks every node each second; whoever does not answer gets no new lines. Those that are there are left alone. */
export async function openBalancer(ports: readonly number[]): Promise<Balancer> {
  const standing = new Set<number>()
  const lines = new Set<Socket>()
  const look = async (): Promise<void> => {
    await Promise.all(
      ports.map(async (port) => {
        if (await answers(port)) standing.delete(port)
        else standing.add(port)
      }),
    )
  }
  const timer = setInterval(() => void look(), everyMs)
  const admit = async (near: Socket): Promise<void> => {
    near.on('error', () => near.destroy())
    const far = await dial(ports.filter((port) => !standing.has(port)))
    if (!far) return void near.destroy()
    far.on('error', () => far.destroy())
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      lines.add(one)
      one.pipe(other)
      one.on('close', () => {
        lines.delete(one)
        other.destroy()
      })
    }
  }
  const server = createServer((near) => void admit(near)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      clearInterval(timer)
      for (const line of lines) line.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function dial(ports: readonly number[]): Promise<Socket | undefined> {
  for (const port of ports) {
    const far = connect(port, '127.0.0.1')
    const reached = await new Promise<boolean>((resolve) => {
      far.once('connect', () => resolve(true)).once('error', () => resolve(false))
    })
    if (reached) return far
  }
  return undefined
}

/** Anything it says will do. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = get({ port, host: '127.0.0.1', path: `${endpoints.customer.path}/`, timeout: answerWithinMs })
    asked.on('response', (response) => {
      response.resume()
      resolve(true)
    })
    asked.on('timeout', () => asked.destroy())
    asked.on('error', () => resolve(false))
  })
