import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { emptyTestDatabase, type TestDatabase, testDatabase } from '../../testing/test-database.ts'
import { dumpDatabase } from './dump-database.ts'
import { loadDump } from './load-dump.ts'

let folder = ''
let databases: TestDatabase[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'beckon-backup-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await Promise.all(databases.map((database) => database.drop()))
  databases = []
})

async function use(made: Promise<TestDatabase>): Promise<string> {
  const database = await made
  databases.push(database)
  return database.url
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text)).rows
  } finally {
    await client.end()
  }
}

/** All that COPY has to escape, and separators that only some readers take for an end of line. */
const strange = 'tab\t line\n return\r back\\slash \\. \u2028 \u2029 ش 🛫 "quote" \\N'

const id = (n: number): string => `'00000000-0000-7000-8000-${String(n).padStart(12, '0')}'`

/** A customer who refers to another of the same table, and a conversation of a thousand entries. */
const aPast = `
  insert into sites (id, key, name, identity_secret, created_at) values (${id(1)}, 'bluesky', 'Blue Sky', 's', 1);
  insert into customers (id, site_id, version, name, merged_into, created_at)
    values (${id(2)}, ${id(1)}, 1, $text$${strange}$text$, ${id(3)}, 1), (${id(3)}, ${id(1)}, 1, '', null, 1);
  insert into dialogues values (${id(4)}, ${id(1)}, 1, ${id(2)}, 1);
  insert into data_sessions values (${id(5)}, ${id(1)}, 1, ${id(2)}, '[]', '[]', null, null, 1);
  insert into interactions (id, site_id, version, dialogue_id, customer_id, data_session_id, reference, channel, subject,
      status, value, enqueued_at, fence, conversation_id, desk_id)
    values (${id(6)}, ${id(1)}, 1, ${id(4)}, ${id(2)}, ${id(5)}, 'BS-1', 'chat', 'baggage', 'queued', 1, 1, 0, ${id(7)}, ${id(8)});
  insert into streams (id, site_id, interaction_id, kind) values (${id(7)}, ${id(1)}, ${id(6)}, 'conversation');
  insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
    select ${id(7)}, n, gen_random_uuid(), n, 'customer', 'Ann', jsonb_build_object('text', $text$${strange}$text$, 'n', n), 'h'
    from generate_series(1, 1000) n;
  insert into files values (${id(10)}, ${id(7)}, 'customer', ${id(2)}, $text$${strange}$text$, 'image/png', 300000, 300000, sha256(''), 1);
  insert into file_parts select ${id(10)}, n * 100000, decode(repeat(lpad(to_hex(n), 2, '0') || '0a5c00', 25000), 'hex') from generate_series(0, 2) n`

const tables = [
  'sites',
  'customers',
  'dialogues',
  'data_sessions',
  'interactions',
  'streams',
  'entries',
  'files',
  'file_parts',
]

/** Everything, in an order of its own. */
const contents = (url: string): Promise<unknown[]> =>
  Promise.all(tables.map((table) => query(url, `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`)))

const file = (): string => join(folder, 'beckon.backup')

it('what was backed up is there again, down to the last character', async () => {
  const source = await use(testDatabase())
  await query(source, aPast)
  const written = await dumpDatabase(source, file())
  const target = await use(emptyTestDatabase())
  const read = await loadDump(target, file())
  expect(read.tables).toBe(written.tables)
  expect(await contents(target)).toEqual(await contents(source))
  expect(await query(target, 'select name from customers order by id limit 1')).toEqual([{ name: strange }])
})

it('what is written after a restore is numbered on, and references are watched again', async () => {
  const source = await use(testDatabase())
  await query(source, aPast)
  await dumpDatabase(source, file())
  const target = await use(emptyTestDatabase())
  await loadDump(target, file())
  const next = `insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
    values (${id(7)}, 1001, ${id(9)}, 1, 'customer', 'Ann', '{}', 'h') returning ord = 1001 as next`
  expect(await query(target, next)).toEqual([{ next: true }])
  await expect(query(target, `begin; delete from sites; select 1`)).rejects.toThrow('foreign key')
})

it('a backup that ends in the middle restores nothing', async () => {
  const source = await use(testDatabase())
  await query(source, aPast)
  await dumpDatabase(source, file())
  const lines = gunzipSync(readFileSync(file())).toString().split('\n')
  writeFileSync(file(), gzipSync(lines.slice(0, -2).join('\n')))
  const target = await use(emptyTestDatabase())
  await expect(loadDump(target, file())).rejects.toThrow('ends in the middle')
  expect(await query(target, 'select 1 from sites')).toEqual([])
  truncateSync(file(), 200)
  await expect(loadDump(await use(emptyTestDatabase()), file())).rejects.toThrow(/unexpected end of file|no backup/)
})

it('a database in use is left as it is', async () => {
  const source = await use(testDatabase())
  await query(source, aPast)
  await dumpDatabase(source, file())
  await expect(loadDump(source, file())).rejects.toThrow('restore into an empty one')
})

it('another file is no backup', async () => {
  writeFileSync(file(), gzipSync('{"beckonBackup":99}\n'))
  await expect(loadDump(await use(emptyTestDatabase()), file())).rejects.toThrow('no backup that this version can read')
})
