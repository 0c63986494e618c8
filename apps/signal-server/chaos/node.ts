import { createServer } from 'node:http'
import { createCommitPath } from '../src/commit/create-commit-path.ts'
import type { Limits } from '../src/gateway/sockets/command-limits.ts'
import { createSocketGateway, type SocketGateway } from '../src/gateway/sockets/socket-gateway.ts'
import { systemClock } from '../src/runtime/clock.ts'
import { startDatabaseTime } from '../src/runtime/database-time.ts'
import { systemIds } from '../src/runtime/ids.ts'
import { createLog } from '../src/runtime/log.ts'
import { databaseNow } from '../src/stores/database-now.ts'
import { openDatabase } from '../src/stores/database.ts'
import { armFaults, parseFaults } from './faults.ts'
import { testSignOn } from './test-sign-on.ts'

// A test build of a node: the product's commit path and socket gateway, put together with faults at named points, a
// sign-on that believes what it is told, no limits, and (by the bundle) short waits. It serves no pages.

const { DATABASE_URL = '', PORT = '0', FAULTS = '', DEAF = '' } = process.env
const log = createLog('error', process.stderr)
const db = openDatabase(DATABASE_URL, log)
const time = await startDatabaseTime(() => databaseNow(db), log)
const clock = systemClock(time.now)

const cutDatabase = async (): Promise<void> => {
  await db.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name like 'beckon%' and pid <> pg_backend_pid()`,
  )
}

/** Every wake-up is lost on a node that listens in another database. */
function wakeUpUrl(): string {
  const url = new URL(DATABASE_URL)
  if (DEAF !== '') url.pathname = '/postgres'
  return url.href
}

const unlimited = { points: 1_000_000, seconds: 1 }
const limits: Limits = {
  socket: unlimited,
  customerMessages: unlimited,
  staffMessages: unlimited,
  typing: unlimited,
  contacts: unlimited,
  connects: unlimited,
  pages: unlimited.points,
}

const http = createServer()
let sockets: SocketGateway | undefined
const commits = await createCommitPath({
  db,
  databaseUrl: wakeUpUrl(),
  clock,
  ids: systemIds(clock.now),
  log,
  at: armFaults(parseFaults(FAULTS), cutDatabase),
  onGivenUp: () => {
    process.stdout.write('given-up\n')
    sockets?.cut(() => true)
  },
})
sockets = createSocketGateway({
  http,
  db,
  commits,
  clock,
  log,
  auth: testSignOn(db),
  ice: { iceServers: [], turn: null },
  limits,
  overloaded: () => false,
  allows: { customer: () => true, console: () => true },
})
http.listen(Number(PORT), '127.0.0.1', () => process.stdout.write(`ready ${commits.nodeId()}\n`))

// As the product's own main does it: the sockets first, then what is under way, the database last.
process.once('SIGTERM', () => {
  void (async () => {
    await sockets?.close()
    http.close()
    await commits.close()
    await db.end()
    process.exit(0)
  })()
})

// Its parent holds the other end: whatever becomes of the parent, no node is left behind.
process.stdin.on('end', () => process.exit(0)).resume()
