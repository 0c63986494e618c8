import { once } from 'node:events'
import { statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { isErrno } from './errno.ts'
import { postgresCluster } from './postgres-cluster.ts'
import { stopLeftover, stopPostgres } from './postgres-leftover.ts'
import { type PostgresProcess, startPostgres } from './postgres-process.ts'
import { identityOf } from './process-identity.ts'

export interface EmbeddedDatabase {
  url: string
  stop(): Promise<void>
}

/** The whole server must be gone within 5 s of SIGTERM; the rest of it takes up to 2. */
const FAST_STOP_MS = 2_000
const LARGEST_LOG_BYTES = 5_000_000

/**
 * Real PostgreSQL as a child of this process, its data in `dataDir`. The caller holds that folder's instance lock.
 * When it dies it is started again on the same port: `url` stays good. `onLost`: it did not come back.
 */
export async function startEmbeddedDatabase(options: {
  dataDir: string
  log: Logger
  onLost?: () => void
}): Promise<EmbeddedDatabase> {
  const { dataDir, log } = options
  const cluster = postgresCluster(dataDir)
  const logFile = join(dataDir, 'postgres.log')
  shorten(logFile)
  const leftover = await stopLeftover(cluster.folder)
  if (leftover === 'stopped') log.warn('stopped the PostgreSQL of a server that was killed')
  let running = await startPostgres(cluster, logFile)
  let restart: Promise<void> = Promise.resolve()
  let stopping = false

  async function startAgain(): Promise<void> {
    log.error(
      { exitCode: running.child.exitCode, signal: running.child.signalCode },
      'PostgreSQL ended, starting again',
    )
    try {
      await stopLeftover(cluster.folder)
      running = await startPostgres(cluster, logFile, running.port)
      watch(running)
    } catch (error) {
      log.fatal({ err: error }, 'PostgreSQL did not come back')
      options.onLost?.()
    }
  }
  function watch({ child }: PostgresProcess): void {
    child.once('exit', () => {
      if (!stopping) restart = startAgain()
    })
  }

  watch(running)
  return {
    url: running.url,
    async stop() {
      stopping = true
      await restart
      await stop(running)
    },
  }
}

async function stop({ child }: PostgresProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const ended = once(child, 'exit')
  await stopPostgres(identityOf(child.pid), FAST_STOP_MS)
  await ended
}

function shorten(file: string): void {
  try {
    if (statSync(file).size > LARGEST_LOG_BYTES) truncateSync(file)
  } catch (error) {
    if (!isErrno(error, 'ENOENT')) throw error
  }
}
