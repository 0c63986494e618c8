import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { appliedMigrations, migrationsTable } from '../stores/migrate.ts'
import { type End, FORMAT, type Header, ROWS_END, type SequenceState, type TableStart } from './dump-format.ts'

/** Writes all rows as of one instant; the server may go on meanwhile. The file appears when it is whole. */
export async function dumpDatabase(databaseUrl: string, file: string): Promise<{ tables: number }> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const draft = `${file}.part`
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await dumpTo(client, draft)
    await rename(draft, file)
    return { tables }
  } finally {
    await client.end()
    await rm(draft, { force: true })
  }
}

async function dumpTo(client: pg.Client, file: string): Promise<number> {
  const tables = await tablesOf(client)
  await pipeline(dump(client, tables), createGzip(), createWriteStream(file, { mode: 0o600, flush: true }))
  return tables.length
}

async function* dump(client: pg.Client, tables: TableStart[]): AsyncGenerator<string | Buffer> {
  const header: Header = {
    beckonBackup: FORMAT,
    migrations: await appliedMigrations(client),
    madeAt: new Date().toISOString(),
  }
  yield line(header)
  for (const table of tables) {
    yield line(table)
    yield* rowsOf(client, table)
    yield `${ROWS_END}\n`
  }
  const end: End = { whole: true, sequences: await sequencesOf(client) }
  yield line(end)
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

async function* rowsOf(client: pg.Client, { table, columns }: TableStart): AsyncGenerator<Buffer> {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  for await (const chunk of client.query(copyTo(`copy ${pg.escapeIdentifier(table)} (${list}) to stdout`))) {
    yield chunk as Buffer
  }
}

/** Generated columns are computed again on restore. */
async function tablesOf(client: pg.Client): Promise<TableStart[]> {
  const { rows } = await client.query<TableStart>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> $1
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     group by c.relname order by c.relname`,
    [migrationsTable],
  )
  return rows
}

async function sequencesOf(client: pg.Client): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' and sequencename not like $1 order by 1`,
    [`${migrationsTable}%`],
  )
  const states: SequenceState[] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${pg.escapeIdentifier(name)}`,
    )
    for (const { last, called } of found) states.push({ sequence: name, last, called })
  }
  return states
}
