import type { SiteId } from '@beckon/shared/model/ids'
import type { SiteResource } from '@beckon/shared/protocol/rest/site'
import type pg from 'pg'
import { replaceFilePolicy } from './replace-file-policy.ts'

/** What an administrator sees and sets of the site itself. */
export async function readSite(db: pg.Pool | pg.ClientBase, siteId: SiteId): Promise<SiteResource> {
  const { rows } = await db.query<SiteResource>(
    `select id, key, name, accent, array(select origin from site_origins where site_id = s.id order by origin) as origins,
        json_build_object('kinds', file_kinds, 'maxBytes', file_max_bytes) as files, theme as look
      from sites s where id = $1`,
    [siteId],
  )
  const site = rows[0]
  if (!site) throw new Error('no such site')
  return site
}

export async function writeSite(
  client: pg.ClientBase,
  { id, name, accent, origins, files, look }: SiteResource,
): Promise<void> {
  await client.query('update sites set name = $2, accent = $3, theme = $4 where id = $1', [id, name, accent, look])
  await replaceFilePolicy(client, id as SiteId, files)
  await client.query('delete from site_origins where site_id = $1 and origin <> all ($2)', [id, origins])
  await client.query(
    'insert into site_origins (site_id, origin) select $1, unnest($2::text[]) on conflict do nothing',
    [id, origins],
  )
}
