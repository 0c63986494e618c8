import type pg from 'pg'
import type { Logger } from 'pino'
import type { Ids } from '../domain/draft.ts'
import type { Clock } from '../runtime/clock.ts'
import type { AtFaultPoint } from './fault-points.ts'
import type { NodeIdentity } from './node-identity.ts'

/** What every part of the commit path is given. */
export interface CommitDeps {
  db: pg.Pool
  clock: Clock
  ids: Ids
  log: Logger
  node: NodeIdentity
  at: AtFaultPoint
}
