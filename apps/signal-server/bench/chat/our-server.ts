import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { NodeId } from '@beckon/shared/model/ids'
import { createCommitPath } from '../../src/commit/create-commit-path.ts'
import { noFaults } from '../../src/commit/fault-points.ts'
import type { CustomerRow } from '../../src/domain/rows.ts'
import { createSocketGateway } from '../../src/gateway/sockets/socket-gateway.ts'
import type { SignOn, SocketAuth } from '../../src/gateway/sockets/sign-on.ts'
import { startDatabaseTime } from '../../src/runtime/database-time.ts'
import { systemClock } from '../../src/runtime/clock.ts'
import { systemIds } from '../../src/runtime/ids.ts'
import { createLog } from '../../src/runtime/log.ts'
import { databaseNow } from '../../src/stores/database-now.ts'
import { openDatabase } from '../../src/stores/database.ts'
import { answerCollect, childArguments, tell } from '../measure/in-child.ts'
import { agentOf, customerOf, type People } from './people.ts'

/** Our sockets and commit path in a process of their own. Who a socket belongs to is taken from its word. */
const { databaseUrl, people } = childArguments<{ databaseUrl: string; people: People }>()

const signOns = new Map<string, SignOn>()
for (const id of people.customers) {
  const customer = { id, name: '', externalId: null } as CustomerRow
  signOns.set(id, { principal: customerOf(people, id), customer, name: '', proof: id })
}
for (const id of people.agents) {
  signOns.set(id, { principal: agentOf(people, id), customer: null, name: 'Agent', proof: id })
}
const auth: SocketAuth = {
  signOn: async (_endpoint, handshake) => signOns.get(handshake.token ?? '') ?? 'unauthenticated',
  check: async (asked) => asked.map(() => 'valid'),
}

/** The limiters count every command; nobody reaches these. */
const plenty = { points: 1_000_000_000, seconds: 10 }

const log = createLog('warn')
const db = openDatabase(databaseUrl, log)
const time = await startDatabaseTime(() => databaseNow(db), log)
const clock = systemClock(time.now)
const commits = await createCommitPath({
  db,
  databaseUrl,
  clock,
  ids: systemIds(clock.now),
  log,
  at: noFaults,
  onGivenUp: () => log.error('given up'),
})
const http = createServer()
createSocketGateway({
  http,
  auth,
  log,
  db,
  commits,
  clock,
  ice: { iceServers: [], turn: null },
  overloaded: () => false,
  limits: {
    socket: plenty,
    customerMessages: plenty,
    staffMessages: plenty,
    typing: plenty,
    contacts: plenty,
    connects: plenty,
    pages: plenty.points,
  },
  allows: { customer: () => true, console: () => true },
})
http.listen(0, '127.0.0.1', () => {
  const nodeId: NodeId = commits.nodeId()
  tell({ origin: `ws://127.0.0.1:${(http.address() as AddressInfo).port}`, nodeId, startedAt: performance.timeOrigin })
})
answerCollect()
process.on('SIGTERM', () => process.exit(0))
