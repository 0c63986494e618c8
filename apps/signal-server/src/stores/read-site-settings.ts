import type { SiteId } from '@beckon/shared/model/ids'
import type { FilePolicy } from '@beckon/shared/protocol/file'
import type pg from 'pg'

/** What the gateway needs to know of a site before anybody has signed in. */
export interface SiteSettings {
  id: SiteId
  key: string
  name: string
  accent: string | null
  /** The host site signs identities with it. */
  identitySecret: string
  /** Origins whose pages may carry the widget. */
  origins: string[]
  subjects: { key: string; name: string }[]
  files: FilePolicy
}

export async function readSiteSettings(db: pg.Pool, key: string): Promise<SiteSettings | undefined> {
  const { rows } = await db.query<SiteSettings>({
    name: 'site-settings',
    text: `select s.id, s.key, s.name, s.accent, s.identity_secret as "identitySecret",
        array(select origin from site_origins where site_id = s.id order by origin) as origins,
        (select coalesce(json_agg(json_build_object('key', j.key, 'name', j.name) order by j.is_default desc, j.name), '[]')
          from subjects j where j.site_id = s.id) as subjects,
        json_build_object('kinds', s.file_kinds, 'maxBytes', s.file_max_bytes) as files
      from sites s where s.key = $1`,
    values: [key],
  })
  return rows[0]
}
