import type { SiteId } from '@beckon/shared/model/ids'
import type { AuditItem } from '@beckon/shared/protocol/rest/audit'
import type pg from 'pg'

/** Newest first, at most `limit`, after the one whose place was `before`. */
export async function readAudit(
  db: pg.Pool,
  siteId: SiteId,
  before: number | null,
  limit: number,
): Promise<(AuditItem & { ord: number })[]> {
  const { rows } = await db.query<AuditItem & { ord: number }>({
    name: 'audit',
    text: `select ord, id, at, json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as actor,
        action, target, before, after
      from audit where site_id = $1 and ($2::bigint is null or ord < $2) order by ord desc limit $3`,
    values: [siteId, before, limit],
  })
  return rows
}
