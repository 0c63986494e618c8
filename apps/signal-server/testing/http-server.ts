import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { refuse } from '@beckon/shared/protocol/reply'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type pg from 'pg'
import type { DestinationStream } from 'pino'
import { Registry } from 'prom-client'
import type { CommitPath } from '../src/commit/commit-path.ts'
import { demoPassword } from '../src/demo/demo-people.ts'
import { seedDemo } from '../src/demo/seed-demo.ts'
import { type Authentication, createAuthentication } from '../src/gateway/auth/authenticate.ts'
import type { HttpGatewayOptions } from '../src/gateway/http/deps.ts'
import { createHttpGateway } from '../src/gateway/http/http-gateway.ts'
import { createSiteDirectory } from '../src/gateway/http/site-directory.ts'
import type { Config } from '../src/runtime/config.ts'
import { systemIds } from '../src/runtime/ids.ts'
import { createLog } from '../src/runtime/log.ts'
import { openDatabase } from '../src/stores/database.ts'
import { type TestClock, testClock } from './test-clock.ts'
import { testDatabase } from './test-database.ts'

export const testConfig: Config = {
  production: false,
  port: 3000,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:3000',
  widgetUrl: 'http://127.0.0.1:3000',
  databaseUrl: null,
  dataDir: '/nonexistent',
  demo: true,
  secretKey: 'a-key-of-these-tests-0123456789-abcdef',
  trustProxy: false,
  logLevel: 'trace',
  iceServers: [],
  turn: null,
}

export interface HttpServer {
  server: FastifyInstance
  db: pg.Pool
  auth: Authentication
  clock: TestClock
  /** Lines of the log so far. */
  logged: string[]
  onPublic(request: InjectOptions): Promise<LightMyRequestResponse>
  onWidget(request: InjectOptions): Promise<LightMyRequestResponse>
  /** Signs a demo person in; the cookie to send. */
  signIn(email: string): Promise<string>
  /** A new visitor; the cookie to send. */
  meet(site?: string): Promise<string>
  close(): Promise<void>
}

/** No site has changed since; who asks for a change is refused. */
export const idleCommits: Pick<CommitPath, 'run' | 'read'> = {
  run: async () => refuse('unavailable'),
  read: async () => refuse('unavailable'),
}

/** The HTTP gateway on a database of its own with the demo in it; asked by injection. */
export async function httpServer(
  given: Partial<Omit<HttpGatewayOptions, 'config' | 'commits'>> & {
    config?: Partial<Config>
    commits?: Pick<CommitPath, 'run' | 'read'>
  } = {},
): Promise<HttpServer> {
  const config = { ...testConfig, ...given.config }
  const { url, drop } = await testDatabase()
  const logged: string[] = []
  const log = createLog('trace', { write: (line) => void logged.push(line) } satisfies DestinationStream)
  const db = openDatabase(url, log)
  // Sessions of staff end by the database's own clock.
  const clock = testClock(new Date().getTime())
  const ids = systemIds(clock.now)
  await seedDemo({ config, db, clock, ids })
  const auth = createAuthentication({ config, db, clock, log })
  const { webDir, remove } = builtApps()
  const commits = (given.commits ?? idleCommits) as CommitPath
  const sites = createSiteDirectory(db, clock)
  const rest = { db, auth, sites, clock, ids, log, webDir, metrics: { registry: new Registry() } }
  const server = await createHttpGateway({ ...rest, ...given, config, commits })
  const ask = (origin: string) => (request: InjectOptions) =>
    server.inject({ ...request, headers: { host: new URL(origin).host, origin, ...request.headers } })
  const onPublic = ask(config.publicUrl)
  const onWidget = ask(config.widgetUrl)
  return {
    server,
    db,
    auth,
    clock,
    logged,
    onPublic,
    onWidget,
    signIn: async (email) => {
      const payload = { email, password: demoPassword }
      return cookieOf(await onPublic({ method: 'POST', url: '/api/v1/auth/sign-in/email', payload }))
    },
    meet: async (site = 'bluesky') =>
      cookieOf(await onWidget({ method: 'POST', url: '/widget/api/hello', payload: { site } })),
    close: async () => {
      await server.close()
      await db.end()
      await drop()
      remove()
    },
  }
}

/** `name=value` of the first cookie that an answer sets. */
export function cookieOf(response: LightMyRequestResponse): string {
  const header = response.headers['set-cookie']
  const first = Array.isArray(header) ? header[0] : header
  if (first === undefined) throw new Error(`no cookie was set: ${response.statusCode} ${response.body}`)
  return first.split(';')[0] ?? ''
}

/** As the widget's build makes it. */
const framePage = `<!doctype html><html><head><style>p{color:red}</style></head><body>
<script type="application/json" id="site">null</script><script type="module">frame()</script></body></html>`

/** Folders shaped as the builds of the two apps. */
export function builtApps() {
  const folder = mkdtempSync(join(tmpdir(), 'beckon-web-'))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const page = (title: string) => `<!doctype html><html><head><title>${title}</title></head><body></body></html>`
  put('customer/widget.js', 'loader()')
  put('customer/frame.html', framePage)
  put('customer/assets/panel-1a2b3c4d.js', 'panel()')
  put('customer/assets/panel-1a2b3c4d.js.gz', 'zipped')
  put('customer/demo/index.html', `${page('demo')}<script src="%WIDGET_URL%/widget.js"></script>`)
  put('customer/demo/booking.html', page('booking'))
  put('customer/demo/demo.css', 'body{}')
  put('console/index.html', page('console'))
  put('console/sw.js', 'worker()')
  put('console/assets/main-5e6f7a8b.js', 'main()')
  put('console/assets/countries-9c0d1e2f.json', '{}')
  put('console/assets/countries-9c0d1e2f.json.gz', 'zipped')
  put('console/assets/countries-9c0d1e2f.json.br', 'small')
  const webDir = { customer: join(folder, 'customer'), console: join(folder, 'console') }
  return { webDir, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
