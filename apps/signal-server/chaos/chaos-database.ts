import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { startEmbeddedDatabase } from '../src/runtime/embedded-database.ts'
import { isErrno } from '../src/runtime/errno.ts'
import { createLog } from '../src/runtime/log.ts'
import { openDatabase } from '../src/stores/database.ts'
import { migrate } from '../src/stores/migrate.ts'
import { keepDiary } from './diary.ts'

export interface ChaosDatabase {
  url: string
  db: pg.Pool
  /** For files of this run; gone when it closes. */
  folder: string
  /** Fails when the database is gone and does not come back. */
  lost: Promise<never>
  /** kill -9 of the postmaster, which its owner starts again; false: it was gone already. */
  killPostmaster(): Promise<boolean>
  /** SIGSTOP of the postmaster or of a backend of the nodes, for so long: nobody connects, or one answer does not come. */
  stall(what: 'postmaster' | 'backend', ms: number): Promise<void>
  /** Breaks the connections of one application name. */
  terminate(applicationName: string): Promise<void>
  close(): Promise<void>
}

/** A real PostgreSQL of the harness's own, with the settings under which what is acknowledged survives a power cut. */
export async function startChaosDatabase(): Promise<ChaosDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon-chaos-'))
  await chmod(folder, 0o711)
  const log = createLog('silent')
  let lose: (error: Error) => void = () => undefined
  const lost = new Promise<never>((_resolve, reject) => {
    lose = reject
  })
  // Whoever does not race against it is not ended by it.
  lost.catch(() => undefined)
  const onLost = (): void => lose(new Error('the database is gone and did not come back; nothing more can be checked'))
  const embedded = await startEmbeddedDatabase({ dataDir: folder, log, onLost })
  await migrate(embedded.url)
  const db = openDatabase(embedded.url, log)
  await assertDurable(db)
  await keepDiary(db)
  const pidFile = join(
    (await db.query<{ data_directory: string }>('show data_directory')).rows[0]?.data_directory ?? '',
    'postmaster.pid',
  )
  const postmaster = async (): Promise<number | undefined> => {
    try {
      return Number((await readFile(pidFile, 'utf8')).split('\n')[0])
    } catch (error) {
      if (isErrno(error, 'ENOENT')) return undefined
      throw error
    }
  }
  return {
    url: embedded.url,
    db,
    folder,
    lost,
    killPostmaster: async () => signal(await postmaster(), 'SIGKILL'),
    stall: async (what, ms) => {
      const pid = what === 'postmaster' ? await postmaster() : await backend(db)
      if (!signal(pid, 'SIGSTOP')) return
      await pause(ms)
      signal(pid, 'SIGCONT')
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

/** Any that serves a node. */
async function backend(db: pg.Pool): Promise<number | undefined> {
  const { rows } = await db.query<{ pid: number }>(
    `select pid from pg_stat_activity where application_name = 'beckon' and pid <> pg_backend_pid() order by random() limit 1`,
  )
  return rows[0]?.pid
}

/** False: there is nobody to tell. */
function signal(pid: number | undefined, name: NodeJS.Signals): boolean {
  try {
    return pid !== undefined && process.kill(pid, name)
  } catch (error) {
    if (isErrno(error, 'ESRCH')) return false
    throw error
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
