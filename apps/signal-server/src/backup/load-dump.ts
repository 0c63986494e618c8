import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import * as z from 'zod/mini'
import { StartError } from '../runtime/start-error.ts'
import { appliedMigrations, migrate, migrationsTable } from '../stores/migrate.ts'
import { deferForeignKeys } from './defer-foreign-keys.ts'
import { End, Header, ROWS_END, TableStart } from './dump-format.ts'
import { readLines } from './read-lines.ts'

type Lines = AsyncGenerator<string, void, undefined>

/** Fills an empty database from a backup of this version or an older one, in one transaction: all of it or nothing. */
export async function loadDump(databaseUrl: string, file: string): Promise<{ tables: number; madeAt: string }> {
  const gunzip = createReadStream(file).pipe(createGunzip())
  const lines = readLines(gunzip)
  const header = await readHeader(lines, file)
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await refuseUsed(client)
    await migrate(databaseUrl, header.migrations.length)
    await refuseOtherSchema(client, header)
    await client.query('begin')
    const tables = await loadTables(client, lines)
    await client.query('commit')
    await migrate(databaseUrl)
    return { tables, madeAt: header.madeAt }
  } finally {
    await client.end()
    gunzip.destroy()
  }
}

async function readHeader(lines: Lines, file: string): Promise<Header> {
  const header = z.safeParse(Header, JSON.parse(await nextLine(lines).catch(() => 'null')))
  if (header.success) return header.data
  throw new StartError(`${file} is no backup that this version can read`)
}

async function loadTables(client: pg.Client, lines: Lines): Promise<number> {
  const checkAgain = await deferForeignKeys(client)
  for (let tables = 0; ; tables += 1) {
    const line: unknown = JSON.parse(await nextLine(lines))
    const end = z.safeParse(End, line)
    if (end.success) {
      for (const { sequence, last, called } of end.data.sequences) {
        await client.query('select setval($1::regclass, $2::bigint, $3)', [pg.escapeIdentifier(sequence), last, called])
      }
      await checkAgain()
      return tables
    }
    await loadTable(client, z.parse(TableStart, line), lines)
  }
}

async function loadTable(client: pg.Client, { table, columns }: TableStart, lines: Lines): Promise<void> {
  const name = pg.escapeIdentifier(table)
  // A migration may have put rows there that the backup holds as well.
  await client.query(`delete from ${name}`)
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  await pipeline(Readable.from(rowsOf(lines)), client.query(copyFrom(`copy ${name} (${list}) from stdin`)))
}

async function* rowsOf(lines: Lines): AsyncGenerator<string, void, undefined> {
  for (let line = await nextLine(lines); line !== ROWS_END; line = await nextLine(lines)) yield `${line}\n`
}

async function nextLine(lines: Lines): Promise<string> {
  const next = await lines.next()
  if (next.done === true) throw new StartError('The backup ends in the middle: nothing was restored')
  return next.value
}

/** Empty tables of a start without the demo, or of a restore that failed, are no hindrance. */
async function refuseUsed(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> $1",
    [migrationsTable],
  )
  for (const { name } of rows) {
    const { rowCount } = await client.query(`select 1 from ${pg.escapeIdentifier(name)} limit 1`)
    if (rowCount === 0) continue
    throw new StartError(
      'The database is in use: restore into an empty one (DATA_DIR=new-folder npm run restore -- FILE)',
    )
  }
}

async function refuseOtherSchema(client: pg.Client, header: Header): Promise<void> {
  const here = await appliedMigrations(client)
  if (JSON.stringify(here) === JSON.stringify(header.migrations)) return
  throw new StartError(
    'The backup has another schema than the database: restore into an empty one, with the version that made it or a newer one',
  )
}
