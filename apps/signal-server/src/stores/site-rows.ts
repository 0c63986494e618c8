import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { ChoiceRow, Rows, SiteInfo, SiteLists, SubjectRow, Table } from '../domain/rows.ts'
import { inTransaction } from './in-transaction.ts'
import { columnName, fromColumns } from './row-names.ts'

/** Tables in the order in which rows may refer to each other. */
const tables = [
  'settings',
  'paces',
  'customers',
  'agents',
  'presences',
  'tabs',
  'dataSessions',
  'interactions',
  'offers',
  'calls',
] as const

export interface SiteRows extends SiteLists {
  site: SiteInfo
  version: number
  rows: { [T in Table]?: Rows[T][] }
}

type Raw = { version: number; key: string; name: string; made_at: number; configured_at: number } & Record<
  string,
  object[]
>

/** A site with a hundred thousand open contacts takes seconds, and must not be given up for that. */
const readAllWithinMs = 60_000

/** One snapshot of a site's rows: those changed after `after`, or all that live with `after` = -1. Undefined: no such site. */
export async function readSiteRows(db: pg.Pool, id: SiteId, after: number): Promise<SiteRows | undefined> {
  const read = { name: 'site-rows', text: 'select site_rows($1, $2) as site', values: [id, after] }
  const { rows } = await (after < 0
    ? inTransaction(db, async (client) => {
        await client.query(`set local statement_timeout = ${readAllWithinMs}`)
        // What came is parsed before anything else is asked.
        await client.query(`set local idle_in_transaction_session_timeout = ${readAllWithinMs}`)
        return client.query<{ site: Raw | null }>(read)
      })
    : db.query<{ site: Raw | null }>(read))
  const raw = rows[0]?.site
  if (!raw) return undefined
  const found: Partial<Record<Table, object[]>> = {}
  for (const table of tables) found[table] = (raw[columnName(table)] ?? []).map(fromColumns)
  return {
    site: { id, key: raw.key, name: raw.name, madeAt: raw.made_at, configuredAt: raw.configured_at },
    version: raw.version,
    subjects: (raw['subjects'] ?? []).map((row) => fromColumns(row) as unknown as SubjectRow),
    choices: (raw['choices'] ?? []) as ChoiceRow[],
    rows: found as SiteRows['rows'],
  }
}

/** Customers' rows as committed now. */
export async function readCustomers(db: pg.Pool, siteId: SiteId, ids: readonly string[]): Promise<Rows['customers'][]> {
  const { rows } = await db.query<{ row: object }>({
    name: 'customer-rows',
    text: 'select to_jsonb(c) as row from customers c where site_id = $1 and id = any ($2)',
    values: [siteId, ids],
  })
  return rows.map(({ row }) => fromColumns(row) as unknown as Rows['customers'])
}
