import type { ContactPage } from '@beckon/shared/model/contact-page'
import type { SiteId } from '@beckon/shared/model/ids'
import type { FilePolicy } from '@beckon/shared/protocol/file'
import type { Theme } from '@beckon/shared/rules/theme'
import type pg from 'pg'

/** What the gateway needs to know of a site before anybody has signed in. */
export interface SiteSettings {
  id: SiteId
  key: string
  name: string
  theme: Theme
  /** The host site signs identities with it. */
  identitySecret: string
  /** Origins whose pages may carry the widget. */
  origins: string[]
  subjects: { key: string; name: string }[]
  files: FilePolicy
  /** As stored: links are checked where they leave. */
  pages: ContactPage[]
}

export async function readSiteSettings(db: pg.Pool, key: string): Promise<SiteSettings | undefined> {
  const { rows } = await db.query<SiteSettings>({
    name: 'site-settings',
    text: `select s.id, s.key, s.name, s.theme || jsonb_strip_nulls(jsonb_build_object('accent', s.accent)) as theme, s.identity_secret as "identitySecret",
        array(select origin from site_origins where site_id = s.id order by origin) as origins,
        (select coalesce(json_agg(json_build_object('key', j.key, 'name', j.name) order by j.is_default desc, j.name), '[]')
          from subjects j where j.site_id = s.id and j.archived_at is null) as subjects,
        json_build_object('kinds', s.file_kinds, 'maxBytes', s.file_max_bytes) as files,
        (select coalesce(json_agg(to_jsonb(p) - 'site_id' order by p.kind, p.subject), '[]')
          from contact_pages p where p.site_id = s.id) as pages
      from sites s where s.key = $1`,
    values: [key],
  })
  return rows[0]
}
