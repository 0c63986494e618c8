import type { SiteId } from '@beckon/shared/model/ids'
import type { MeResponse } from '@beckon/shared/protocol/http'
import type pg from 'pg'

export type SiteChoices = Omit<MeResponse, 'agent' | 'site' | 'pageOrigins'>

/** What staff choose from: subjects, dispositions, reasons, canned replies, pages. */
export async function readSiteChoices(db: pg.Pool, siteId: SiteId): Promise<SiteChoices> {
  const { rows } = await db.query<SiteChoices>({
    name: 'site-choices',
    text: `select
      (select coalesce(json_agg(json_build_object('key', key, 'name', name) order by name), '[]')
        from subjects where site_id = $1 and archived_at is null) as subjects,
      (select coalesce(json_agg(json_build_object('key', key, 'name', name) order by position), '[]')
        from site_choices where site_id = $1 and kind = 'disposition' and archived_at is null) as dispositions,
      (select coalesce(json_agg(json_build_object('key', key, 'name', name) order by position), '[]')
        from site_choices where site_id = $1 and kind = 'decline-reason' and archived_at is null) as "declineReasons",
      (select coalesce(json_agg(json_build_object('key', key, 'name', name) order by position), '[]')
        from site_choices where site_id = $1 and kind = 'presence-reason' and archived_at is null) as "presenceReasons",
      (select coalesce(json_agg(json_build_object('key', key, 'text', text) order by key), '[]')
        from canned_replies where site_id = $1) as "cannedReplies",
      (select coalesce(json_agg(json_build_object('title', title, 'url', url) order by position), '[]')
        from pages where site_id = $1) as pages,
      (select json_build_object('kinds', file_kinds, 'maxBytes', file_max_bytes) from sites where id = $1) as files`,
    values: [siteId],
  })
  const row = rows[0]
  if (!row) throw new Error('the choices of a site were not read')
  return row
}
