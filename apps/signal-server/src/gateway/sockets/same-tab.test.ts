import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { endpoints } from '@beckon/shared/protocol/events'
import { protocolVersion } from '@beckon/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CommitNodes, commitNodes } from '../../../testing/commit-node.ts'
import type { CommitPath } from '../../commit/commit-path.ts'
import { systemClock } from '../../runtime/clock.ts'
import { createLog } from '../../runtime/log.ts'
import { defaultLimits } from './command-limits.ts'
import { createSocketGateway, type SocketGateway } from './socket-gateway.ts'

let nodes: CommitNodes
let commits: CommitPath
let http: Server
let gateway: SocketGateway
let origin: string
const lines: Socket[] = []

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 1 })
  commits = await nodes.node()
  http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const principal = nodes.agent(0)
  gateway = createSocketGateway({
    http,
    db: nodes.db,
    commits,
    clock: systemClock(() => Date.now()),
    log: createLog('silent'),
    auth: {
      signOn: () => Promise.resolve({ principal, customer: null, name: 'Ana', proof: '' }),
      check: (signOns) => Promise.resolve(signOns.map(() => 'valid')),
    },
    ice: { iceServers: [], turn: null },
    limits: defaultLimits,
    overloaded: () => false,
    allows: { customer: () => true, console: () => true },
  })
})

afterEach(async () => {
  for (const line of lines.splice(0)) line.disconnect()
  await gateway.close()
  await nodes.close()
})

async function line(tabId: string): Promise<Socket> {
  const { path, namespace } = endpoints.console
  const socket = io(origin + namespace, {
    path,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { protocol: protocolVersion, tabId },
  })
  lines.push(socket)
  await once(socket as never, 'connect')
  return socket
}

const openTabs = async (): Promise<number> =>
  (await nodes.db.query('select 1 from tabs where closed_at is null')).rowCount ?? 0

it('[PR4] a tab that came back on a new line stays when its old line is found dead at last', async () => {
  const tabId = randomUUID()
  const old = await line(tabId)
  await vi.waitFor(async () => expect(await openTabs()).toBe(1))
  await line(tabId)
  await vi.waitFor(() => expect(gateway.connections()).toBe(2))
  old.disconnect()
  await vi.waitFor(() => expect(gateway.connections()).toBe(1))
  // A command of the same site is decided after whatever the end of the old line asked for.
  await commits.run(nodes.site.siteId, { name: 'clock:tick', by: null, tabId: null, payload: {} })
  expect(await openTabs()).toBe(1)
})

it('[PR4] a tab whose only line ends is gone', async () => {
  const only = await line(randomUUID())
  await vi.waitFor(async () => expect(await openTabs()).toBe(1))
  only.disconnect()
  await vi.waitFor(async () => expect(await openTabs()).toBe(0))
})
