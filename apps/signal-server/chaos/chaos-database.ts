import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { startEmbeddedDatabase } from '../src/runtime/embedded-database.ts'
import { isErrno } from '../src/runtime/errno.ts'
import { createLog } from '../src/runtime/log.ts'
import { openDatabase } from '../src/stores/database.ts'
import { migrate } from '../src/stores/migrate.ts'

export interface ChaosDatabase {
  url: string
  db: pg.Pool
  /** For files of this run; gone when it closes. */
  folder: string
  /** kill -9 of the postmaster, which its owner starts again; false: it was gone already. */
  killPostmaster(): Promise<boolean>
  /** Breaks the connections of one application name. */
  terminate(applicationName: string): Promise<void>
  close(): Promise<void>
}

/** A real PostgreSQL of the harness's own, with the settings under which what is acknowledged survives a power cut. */
export async function startChaosDatabase(): Promise<ChaosDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-chaos-'))
  await chmod(folder, 0o711)
  const log = createLog('silent')
  const embedded = await startEmbeddedDatabase({ dataDir: folder, log })
  await migrate(embedded.url)
  const db = openDatabase(embedded.url, log)
  await assertDurable(db)
  const pidFile = join(
    (await db.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory ?? '',
    'postmaster.pid',
  )
  return {
    url: embedded.url,
    db,
    folder,
    killPostmaster: async () => {
      try {
        return process.kill(Number((await readFile(pidFile, 'utf8')).split('\n')[0]), 'SIGKILL')
      } catch (error) {
        if (isErrno(error, 'ESRCH', 'ENOENT')) return false
        throw error
      }
    },
    terminate: async (applicationName) => {
      await db.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()',
        [applicationName],
      )
    },
    close: async () => {
      await db.end()
      await embedded.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function assertDurable(db: pg.Pool): Promise<void> {
  const { rows } = await db.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
  )
  if (rows.length !== 3 || rows.some((row) => row.setting !== 'on')) {
    throw new Error(`The database forgets in a power cut: ${JSON.stringify(rows)}`)
  }
}
