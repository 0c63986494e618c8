import type { SiteId, StreamId } from '@beckon/shared/model/ids'
import type pg from 'pg'

/** Origins whose pages a site's agents may push: its own, and those of its stored pages. */
export async function readPushableOrigins(db: pg.Pool, siteId: SiteId): Promise<string[]> {
  const { rows } = await db.query<{ origin: string }>({
    name: 'pushable-origins',
    text: `select origin from site_origins where site_id = $1
      union select substring(url from '^https?://[^/]+') from pages where site_id = $1`,
    values: [siteId],
  })
  return rows.map((row) => row.origin)
}

export async function isPushedPage(db: pg.Pool, streamId: StreamId, entryId: string): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'pushed-page',
    text: `select 1 from entries where stream_id = $1 and id = $2 and body->>'kind' = 'page-pushed'`,
    values: [streamId, entryId],
  })
  return rowCount === 1
}
