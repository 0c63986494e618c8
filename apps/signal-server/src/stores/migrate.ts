import { join } from 'node:path'
import { runner } from 'node-pg-migrate'
import type pg from 'pg'
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

/** Names of the migrations that have run, in order. */
export async function appliedMigrations(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select name from ${migrationsTable} order by id`)
  return rows.map(({ name }) => name)
}
