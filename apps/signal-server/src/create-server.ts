import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { createCommitPath } from './commit/create-commit-path.ts'
import { type AtFaultPoint, noFaults } from './commit/fault-points.ts'
import type { DemoCustomer } from './demo/demo-people.ts'
import { seedDemo } from './demo/seed-demo.ts'
import { signDemoIdentity } from './demo/sign-demo-identity.ts'
import { createCrowd } from './demo/simulated/crowd.ts'
import { createAuthentication } from './gateway/auth/authenticate.ts'
import { createSocketAuth } from './gateway/auth/socket-auth.ts'
import { createHttpGateway } from './gateway/http/http-gateway.ts'
import { createSiteDirectory } from './gateway/http/site-directory.ts'
import { hostAllows } from './gateway/http/host-allows.ts'
import { defaultLimits, type Limits } from './gateway/sockets/command-limits.ts'
import { originAllows } from './gateway/sockets/origin-allows.ts'
import { createSocketGateway, type SocketGateway } from './gateway/sockets/socket-gateway.ts'
import { systemClock } from './runtime/clock.ts'
import type { Config } from './runtime/config.ts'
import { startDatabaseTime } from './runtime/database-time.ts'
import { systemIds } from './runtime/ids.ts'
import { alsoOnIpv6Loopback } from './runtime/ipv6-loopback.ts'
import { createMetrics } from './runtime/metrics.ts'
import { databaseNow } from './stores/database-now.ts'
import { openDatabase } from './stores/database.ts'

export interface ServerOptions {
  config: Config
  databaseUrl: string
  log: Logger
  /** Test builds stop, kill or cut the process at named instants of the commit path. */
  at?: AtFaultPoint
  limits?: Limits
  /** Where the two apps were built to; tests bring their own. */
  webDir?: typeof builtTo
  /** Of the demo's simulated people; 1 is that of life. */
  speed?: number
}

export interface RunningServer {
  url: { public: string; widget: string }
  sockets: SocketGateway
  close(): Promise<void>
}

/** Above this mean delay of the event loop new contacts are refused as busy. */
const mostLagMs = 250

/** Where the two apps are built to; the same from `src/` and from `dist/`. */
const builtTo = {
  customer: fileURLToPath(new URL('../../customer-web/dist/', import.meta.url)),
  console: fileURLToPath(new URL('../../agent-console/dist/', import.meta.url)),
}

/** The composition root: everything of one node, listening when it returns. */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const { config, databaseUrl, log } = options
  const db = openDatabase(databaseUrl, log)
  const time = await startDatabaseTime(() => databaseNow(db), log)
  const clock = systemClock(time.now)
  const ids = systemIds(clock.now)
  const metrics = createMetrics()
  if (config.demo) await seedDemo({ config, db, clock, ids })
  const sites = createSiteDirectory(db, clock)
  let sockets: SocketGateway | undefined
  const commits = await createCommitPath({
    db,
    databaseUrl,
    clock,
    ids,
    log,
    at: options.at ?? noFaults,
    onGivenUp: () => sockets?.cut(() => true),
    onMadeAnew: (siteId) => sockets?.cut(({ principal }) => principal.siteId === siteId),
    onSettings: (siteId) => sites.forget(siteId),
  })
  const auth = createAuthentication({ config, db, clock, log })
  const proofChanged = (proof: string): void => sockets?.cut((signOn) => signOn.proof === proof)
  const identityOf = (customer: DemoCustomer) => signDemoIdentity(db, customer, clock.now())
  const crowd = config.demo
    ? createCrowd({ config, identityOf, ids, log, ...(options.speed !== undefined && { speed: options.speed }) })
    : undefined
  const http = await createHttpGateway({
    ...(crowd && { crowd }),
    config,
    db,
    commits,
    auth,
    sites,
    clock,
    ids,
    log,
    metrics,
    webDir: options.webDir ?? builtTo,
    proofChanged,
  })
  sockets = createSocketGateway({
    http: http.server,
    db,
    commits,
    clock,
    log,
    auth: createSocketAuth(auth),
    ice: config,
    limits: options.limits ?? defaultLimits,
    overloaded: () => metrics.loopLagMs() > mostLagMs,
    allows: {
      customer: (request) => hostAllows(config, request) === 'widget' && originAllows(config.widgetUrl, request),
      console: (request) => hostAllows(config, request) === 'public' && originAllows(config.publicUrl, request),
    },
  })
  const running = sockets
  await http.listen({ host: config.host, port: config.port })
  const leaveIpv6 = config.host === '127.0.0.1' ? await alsoOnIpv6Loopback(http.server, config.port) : () => undefined
  return {
    url: { public: config.publicUrl, widget: config.widgetUrl },
    sockets: running,
    close: async () => {
      crowd?.close()
      await running.close()
      leaveIpv6()
      await http.close()
      await commits.close()
      time.close()
      metrics.close()
      await db.end()
    },
  }
}
