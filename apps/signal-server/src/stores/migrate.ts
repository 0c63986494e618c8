import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { serverFolder } from '../runtime/server-folder.ts'

/** Where `NNN_name.sql` are: run in the order of their leading number, each in one transaction, each once. */
const migrationsFolder: string = join(serverFolder, 'migrations')

/** Holds the names of the migrations that have run, in order. */
export const migrationsTable = 'schema_migrations'

/**
 * Brings a database up to this version. Two processes at once: the second waits on an advisory lock, then finds
 * nothing to do.
 *
 * A file is `migrations/001_first.sql`: digits, `_`, a name; the whole file is the way up. A way down is optional and
 * begins after a line `-- Down Migration` (then `-- Up Migration` must stand above the way up); we go forward only and
 * write none. So no comment of a migration may begin with the words "up migration" or "down migration". A number is
 * never used twice, a file that has been released is never changed, and a new one must sort last.
 *
 * `count`: no more than so many, for a backup that was made by an older version.
 */
export async function migrate(databaseUrl: string, count = Number.POSITIVE_INFINITY): Promise<void> {
  if (await isCurrent(databaseUrl)) return
  // Loaded when it has something to do: a warm start is a tenth of a second shorter without it.
  const { runner } = await import('node-pg-migrate')
  await runner({
    count,
    databaseUrl,
    dir: migrationsFolder,
    direction: 'up',
    migrationsTable,
    advisoryLockMode: 'wait',
    singleTransaction: true,
    // An error is thrown as well, and what ran is in the table.
    logger: { info: () => undefined, warn: (text) => process.emitWarning(text), error: () => undefined },
  })
}

/** Whether all that there is has run. */
async function isCurrent(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ made: boolean }>('select to_regclass($1) is not null as made', [
      migrationsTable,
    ])
    if (rows[0]?.made !== true) return false
    const there = (await readdir(migrationsFolder)).filter((file) => file.endsWith('.sql'))
    const applied = new Set(await appliedMigrations(client))
    return there.every((file) => applied.has(file.slice(0, -'.sql'.length)))
  } finally {
    await client.end()
  }
}

/** Names of the migrations that have run, in order. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select name from ${migrationsTable} order by id`)
  return rows.map(({ name }) => name)
}
