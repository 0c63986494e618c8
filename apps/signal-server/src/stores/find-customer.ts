import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { Task } from '../domain/rows.ts'

/** The customer whom the site knows by this id, as a task tells of them; undefined: nobody has come by that id yet. */
export async function findCustomer(
  db: pg.Pool,
  siteId: SiteId,
  externalId: string,
): Promise<NonNullable<Task['customer']> | undefined> {
  const { rows } = await db.query<NonNullable<Task['customer']>>(
    'select id, name, true as identified, segment from customers where site_id = $1 and external_id = $2',
    [siteId, externalId],
  )
  return rows[0]
}
