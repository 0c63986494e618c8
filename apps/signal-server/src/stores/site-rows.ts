import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { ChoiceRow, Rows, SiteInfo, SiteLists, SubjectRow, Table } from '../domain/rows.ts'
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

/** One snapshot of a site's rows: those changed after `after`, or all that live with `after` = -1. Undefined: no such site. */
export async function readSiteRows(db: pg.Pool, id: SiteId, after: number): Promise<SiteRows | undefined> {
  const { rows } = await db.query<{ site: Raw | null }>({
    name: 'site-rows',
    text: 'select site_rows($1, $2) as site',
    values: [id, after],
  })
  const raw = rows[0]?.site
  if (!raw) return undefined
  const read: Partial<Record<Table, object[]>> = {}
  for (const table of tables) read[table] = (raw[columnName(table)] ?? []).map(fromColumns)
  return {
    site: { id, key: raw.key, name: raw.name, madeAt: raw.made_at, configuredAt: raw.configured_at },
    version: raw.version,
    subjects: (raw['subjects'] ?? []).map((row) => fromColumns(row) as unknown as SubjectRow),
    choices: (raw['choices'] ?? []) as ChoiceRow[],
    rows: read as SiteRows['rows'],
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
