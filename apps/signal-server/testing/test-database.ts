import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate } from '../src/stores/migrate.ts'

export interface TestDatabase {
  url: string
  /** Cuts whoever is still connected. */
  drop(): Promise<void>
}

/** https://www.postgresql.org/docs/15/errcodes-appendix.html */
const objectInUse = '55006'

/** Any number will do; it keeps two workers from migrating the template at once. */
const TEMPLATE_LOCK = 4_201_977

/** A database of its own at today's schema, without rows; a copy of a template that is migrated once a run. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await withClient(server, async (client) => {
    const template = await ensureTemplate(client, server)
    await client.query(`create database ${name} template ${template}`)
  })
  return {
    url: withDatabase(server, name),
    drop: () => withClient(server, (client) => dropDatabase(client, name)),
  }
}

/** An empty database, before any migration. */
export async function emptyTestDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await withClient(server, async (client) => void (await client.query(`create database ${name}`)))
  return {
    url: withDatabase(server, name),
    drop: () => withClient(server, (client) => dropDatabase(client, name)),
  }
}

/**
 * A connection that has said goodbye may still be there for a moment: PostgreSQL waits 5 s for it by itself, and only
 * who stays longer is cut. Cut at once, a client in the middle of its goodbye would fail its test.
 */
async function dropDatabase(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`drop database ${name}`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== objectInUse) throw error
    await client.query(`drop database ${name} with (force)`)
  }
}

async function ensureTemplate(client: pg.Client, server: string): Promise<string> {
  const template = inject('postgresTemplate')
  await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK])
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [template])
    if (found.rowCount === 0) await createTemplate(client, server, template)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TEMPLATE_LOCK])
  }
  return template
}

/** Renamed when it is ready, so that a failed migration leaves no template behind. */
async function createTemplate(client: pg.Client, server: string, template: string): Promise<void> {
  const draft = `draft_${randomBytes(8).toString('hex')}`
  await client.query(`create database ${draft}`)
  try {
    await migrate(withDatabase(server, draft))
    await client.query(`alter database ${draft} rename to ${template}`)
  } catch (error) {
    await client.query(`drop database ${draft} with (force)`)
    throw error
  }
}

async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

function withDatabase(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
