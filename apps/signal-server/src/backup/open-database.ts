import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../runtime/config.ts'
import { startEmbeddedDatabase } from '../runtime/embedded-database.ts'
import { lockInstance, OwnedError } from '../runtime/instance-lock.ts'
import { createLog } from '../runtime/log.ts'
import { postgresCluster } from '../runtime/postgres-cluster.ts'

export interface OpenDatabase {
  url: string
  close(): Promise<void>
}

/** The database a server with this configuration uses, whether one is running or not. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) return { url: config.databaseUrl, close: () => Promise.resolve() }
  try {
    const lock = lockInstance(config.dataDir, config.port)
    const database = await startEmbeddedDatabase({ dataDir: config.dataDir, log: createLog(config.logLevel) })
    const close = (): Promise<void> => database.stop().finally(() => lock.release())
    return { url: database.url, close }
  } catch (error) {
    if (!(error instanceof OwnedError)) throw error
    return { url: runningUrl(config.dataDir), close: () => Promise.resolve() }
  }
}

/** Of the PostgreSQL that the running server started; the fourth line of its mark is its port. */
function runningUrl(dataDir: string): string {
  const { folder, password } = postgresCluster(dataDir)
  const port = readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[3]
  return `postgresql://beckon:${password}@127.0.0.1:${port}/beckon`
}
