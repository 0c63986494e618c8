import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { startEmbeddedDatabase } from '../../src/runtime/embedded-database.ts'
import { createLog } from '../../src/runtime/log.ts'
import { openDatabase } from '../../src/stores/database.ts'
import { migrate } from '../../src/stores/migrate.ts'
import { parentOf } from './process-usage.ts'

export interface BenchDatabase {
  url: string
  db: pg.Pool
  /** Parent of every process of PostgreSQL. */
  postmasterPid: number
  stop(): Promise<void>
}

/** Real PostgreSQL in a folder of its own, as durable as in production. */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'beckon-bench-'))
  await chmod(dataDir, 0o711)
  const log = createLog('warn')
  const embedded = await startEmbeddedDatabase({ dataDir, log })
  await migrate(embedded.url)
  const db = openDatabase(embedded.url, log)
  await assertDurable(db)
  const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid')
  return {
    url: embedded.url,
    db,
    postmasterPid: parentOf(rows[0]?.pid ?? 0),
    async stop() {
      await db.end()
      await embedded.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A figure with these off would be a lie. */
async function assertDurable(db: pg.Pool): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await db.query<{ value: string }>('select current_setting($1) as value', [setting])
    if (rows[0]?.value !== 'on') throw new Error(`${setting} is ${rows[0]?.value}: nothing measured here would hold`)
  }
}
