import { randomUUID } from 'node:crypto'
import { endpoints } from '@beckon/shared/protocol/events'
import { protocolVersion } from '@beckon/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { expect, vi } from 'vitest'
import { createServer, type RunningServer } from '../src/create-server.ts'
import { demoPassword } from '../src/demo/demo-people.ts'
import { freePort } from '../src/runtime/free-port.ts'
import { createLog } from '../src/runtime/log.ts'
import { builtApps, testConfig } from './http-server.ts'
import { testDatabase } from './test-database.ts'

/** A person's page, connected to one node. */
export interface LivePage<View> {
  views: View[]
  ended: unknown[]
  socket: Socket
}

export interface LiveNodes {
  nodes: readonly { server: RunningServer; origin: string; widget: string }[]
  /** Signs a person of the demo in; the cookie to send. */
  signIn(node: number, name: string): Promise<string>
  /** A new visitor; the cookie to send. */
  meet(node: number): Promise<string>
  /** `path` under `/api/v1/`, from our own pages. */
  ask(
    node: number,
    method: string,
    path: string,
    options: { cookie: string; body?: object; headers?: object },
  ): Promise<Response>
  /** Connects, and has its first view when it resolves. */
  page<View>(node: number, as: 'console' | 'customer', cookie: string): Promise<LivePage<View>>
  close(): Promise<void>
}

/** Whole servers with the demo in one database, talked to over real sockets. */
export async function liveNodes(count: number): Promise<LiveNodes> {
  const database = await testDatabase()
  const web = builtApps()
  const sockets: Socket[] = []
  const nodes: { server: RunningServer; origin: string; widget: string }[] = []
  for (let i = 0; i < count; i++) {
    const port = await freePort()
    const [origin, widget] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
    const config = { ...testConfig, port, publicUrl: origin, widgetUrl: widget, logLevel: 'silent' as const }
    const options = { config, databaseUrl: database.url, log: createLog('silent'), webDir: web.webDir }
    nodes.push({ server: await createServer(options), origin, widget })
  }
  const at = (node: number) => nodes[node] ?? expect.fail(`there is no node ${node}`)

  return {
    nodes,
    signIn: async (node, name) => {
      const who = { email: `${name}@bluesky.example`, password: demoPassword }
      return cookieOf(await post(`${at(node).origin}/api/v1/auth/sign-in/email`, who))
    },
    meet: async (node) => cookieOf(await post(`${at(node).widget}/widget/api/hello`, { site: 'bluesky' })),
    ask: (node, method, path, { cookie, body, headers = {} }) =>
      fetch(`${at(node).origin}/api/v1/${path}`, {
        method,
        headers: { origin: at(node).origin, cookie, ...(body && { 'content-type': 'application/json' }), ...headers },
        ...(body && { body: JSON.stringify(body) }),
      }),
    page: async <View>(node: number, as: 'console' | 'customer', cookie: string) => {
      const base = as === 'console' ? at(node).origin : at(node).widget
      const { path, namespace } = endpoints[as]
      const socket = io(base + namespace, {
        path,
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        extraHeaders: { cookie, origin: base },
        auth: { protocol: protocolVersion, tabId: randomUUID(), ...(as === 'customer' && { site: 'bluesky' }) },
      })
      sockets.push(socket)
      const made: LivePage<View> = { views: [], ended: [], socket }
      socket.on('view:changed', (view: View) => made.views.push(view))
      socket.on('session:ended', (reason: unknown) => made.ended.push(reason))
      await soon(() => expect(made.views.length).toBeGreaterThan(0))
      return made
    },
    close: async () => {
      for (const socket of sockets) socket.disconnect()
      await Promise.all(nodes.map(({ server }) => server.close()))
      await database.drop()
      web.remove()
    },
  }
}

/** A command that must succeed; its reply. */
export async function say(on: LivePage<unknown>, name: string, payload: object): Promise<unknown> {
  const reply: unknown = await on.socket.timeout(5_000).emitWithAck(name, { id: randomUUID(), payload })
  expect(reply).toMatchObject({ ok: true })
  return reply
}

export const soon = <T>(look: () => T): Promise<T> => vi.waitFor(look, { timeout: 5_000 })

const post = (url: string, body: object) =>
  fetch(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
