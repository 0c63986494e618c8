import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { Rows, Table } from '../domain/rows.ts'
import type { ChoiceRow, SiteInfo, SiteLists, SubjectRow } from '../domain/site-lists.ts'
import { columnName, fromColumns } from './row-names.ts'

/** Tables a memory holds rows of, in the order in which rows may refer to each other. */
export const tables = [
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
] as const satisfies Table[]

export interface SiteHead extends SiteLists {
  site: SiteInfo
  version: number
}

export interface SiteRows extends SiteHead {
  rows: { [T in Table]?: Rows[T][] }
}

interface RawHead {
  version: number
  key: string
  name: string
  made_at: number
  configured_at: number
  subjects: object[]
  choices: ChoiceRow[]
}

/** A site's rows changed after a version, in one snapshot. Undefined: no such site. */
export async function readChangedRows(db: pg.Pool, id: SiteId, after: number): Promise<SiteRows | undefined> {
  const { rows } = await db.query<{ head: RawHead | null; changed: Record<string, object[] | null> }>({
    name: 'changed-rows',
    text: 'select site_head($1) as head, changed_rows($1, $2) as changed',
    values: [id, after],
  })
  const [read] = rows
  if (!read?.head) return undefined
  const found: Partial<Record<Table, object[]>> = {}
  for (const table of tables) found[table] = (read.changed[columnName(table)] ?? []).map(fromColumns)
  return { ...headOf(id, read.head), rows: found as SiteRows['rows'] }
}

/** What a site is and lists now. Undefined: no such site. */
export async function readSiteHead(db: pg.ClientBase, id: SiteId): Promise<SiteHead | undefined> {
  const { rows } = await db.query<{ head: RawHead | null }>('select site_head($1) as head', [id])
  const head = rows[0]?.head
  return head ? headOf(id, head) : undefined
}

const headOf = (id: SiteId, { version, key, name, made_at, configured_at, subjects, choices }: RawHead): SiteHead => ({
  site: { id, key, name, madeAt: made_at, configuredAt: configured_at },
  version,
  subjects: subjects.map((row) => fromColumns(row) as unknown as SubjectRow),
  choices,
})

/** Customers' rows as committed now. */
export async function readCustomers(db: pg.Pool, siteId: SiteId, ids: readonly string[]): Promise<Rows['customers'][]> {
  const { rows } = await db.query<{ row: object }>({
    name: 'customer-rows',
    text: 'select to_jsonb(c) as row from customers c where site_id = $1 and id = any ($2)',
    values: [siteId, ids],
  })
  return rows.map(({ row }) => fromColumns(row) as unknown as Rows['customers'])
}

/** The customer whom the site knows by this id; undefined: nobody has come by it yet. */
export async function readKnownCustomer(
  db: pg.Pool,
  siteId: SiteId,
  externalId: string,
): Promise<Rows['customers'] | undefined> {
  const { rows } = await db.query<{ row: object }>(
    'select to_jsonb(c) as row from customers c where site_id = $1 and external_id = $2',
    [siteId, externalId],
  )
  return rows[0] && (fromColumns(rows[0].row) as unknown as Rows['customers'])
}
