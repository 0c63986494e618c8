import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { AuditRow } from '../domain/record-rows.ts'
import type { Rows, Table } from '../domain/rows.ts'
import { inTransaction } from './in-transaction.ts'
import { columnName, toColumns } from './row-names.ts'

/** No node of ours: every node takes the change in as somebody else's. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

export interface SiteChange {
  audit?: readonly AuditRow[]
  rows?: { [T in Table]?: readonly Rows[T][] }
}

/**
 * What administrators set changes one after another: under the site's lock, with its version raised and every node told,
 * all in one transaction. So what `change` reads first is what it replaces, and an error of its leaves nothing behind.
 */
export async function changeSite<T>(
  db: pg.Pool,
  siteId: SiteId,
  now: number,
  change: (client: pg.ClientBase) => Promise<{ value: T; written: SiteChange | null }>,
): Promise<T> {
  return inTransaction(db, async (client) => {
    await client.query('select 1 from sites where id = $1 for update', [siteId])
    const { value, written } = await change(client)
    if (written) await commitChange(client, siteId, now, written)
    return value
  })
}

/** Inside a transaction that may hold the site's lock already. */
export async function commitChange(
  client: pg.ClientBase,
  siteId: SiteId,
  now: number,
  { audit = [], rows = {} }: SiteChange,
): Promise<void> {
  const site = await client.query<{ version: number; next_due_at: number | null }>(
    'select version, next_due_at from sites where id = $1 for update',
    [siteId],
  )
  const { version, next_due_at } = site.rows[0] ?? {}
  if (version === undefined) throw new Error('no such site')
  const written: Record<string, object[]> = {}
  for (const [table, some] of Object.entries(rows)) written[columnName(table)] = some.map(toColumns)
  if (audit.length > 0) written['audit'] = audit.map(toColumns)
  await client.query(`select commit_site($1, $2, $3, $4, $5, $6, '[]', '[]', '{}', '[]')`, [
    siteId,
    version,
    now,
    NOBODY,
    next_due_at,
    JSON.stringify(written),
  ])
  await client.query('update sites set configured_at = greatest(configured_at + 1, $2) where id = $1', [siteId, now])
  await client.query(`select pg_notify('beckon', $1)`, [`settings ${NOBODY} ${siteId}`])
}
