import pg from 'pg'
import { expect, it } from 'vitest'
import { migrate } from '../src/stores/migrate.ts'
import { emptyTestDatabase, testDatabase } from './test-database.ts'

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

it('a test writes to a database that no other test sees', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()])
  await query(one.url, 'create table only_here (id int)')
  const look = "select to_regclass('only_here') is null as absent"
  expect([await query(one.url, look), await query(other.url, look)]).toEqual([[{ absent: false }], [{ absent: true }]])
  await Promise.all([one.drop(), other.drop()])
})

it('two servers that start on an empty database at once both find it migrated once', async () => {
  const { url, drop } = await emptyTestDatabase()
  await Promise.all([migrate(url), migrate(url), migrate(url)])
  const [row] = await query(url, 'select count(*) = count(distinct name) as once from schema_migrations')
  expect(row).toEqual({ once: true })
  await drop()
})

it('[DL17] the database keeps what it has acknowledged through a power cut', async () => {
  const { url, drop } = await testDatabase()
  const settings =
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name"
  expect(await query(url, settings)).toEqual([
    { name: 'fsync', setting: 'on' },
    { name: 'full_page_writes', setting: 'on' },
    { name: 'synchronous_commit', setting: 'on' },
  ])
  await drop()
})
