import type pg from 'pg'
import type { Logger } from 'pino'
import type { CommitPath } from '../../commit/commit-path.ts'
import type { Clock } from '../../runtime/clock.ts'
import type { Config } from '../../runtime/config.ts'
import type { Ids } from '../../runtime/ids.ts'
import type { Crowd } from '../../demo/simulated/crowd.ts'
import type { Metrics } from '../../runtime/metrics.ts'
import type { Authentication } from '../auth/authenticate.ts'
import type { HttpLimits } from './http-limits.ts'
import type { SiteDirectory } from './site-directory.ts'

export interface HttpGatewayOptions {
  config: Config
  db: pg.Pool
  commits: CommitPath
  auth: Authentication
  sites: SiteDirectory
  clock: Clock
  ids: Ids
  log: Logger
  metrics: Pick<Metrics, 'registry'>
  /** The built apps: absolute folders. */
  webDir: { customer: string; console: string }
  /** Somebody signed out or became another: their sockets (whose `proofOf` this is) are to sign on again. */
  proofChanged?: (proof: string) => void
  /** The demo's simulated people. */
  crowd?: Crowd
  limits?: Partial<HttpLimits>
}
