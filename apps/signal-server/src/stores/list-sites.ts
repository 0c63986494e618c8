import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

export interface SiteLine {
  key: string
  name: string
  people: number
  origins: string[]
}

export async function listSites(db: pg.Pool): Promise<SiteLine[]> {
  const { rows } = await db.query<SiteLine>(
    `select s.key, s.name,
      (select count(*) from agents where site_id = s.id and disabled_at is null) as people,
      array(select origin from site_origins where site_id = s.id order by origin) as origins
      from sites s order by s.key`,
  )
  return rows
}

export async function replaceIdentitySecret(db: pg.ClientBase, id: SiteId, secret: string): Promise<void> {
  await db.query('update sites set identity_secret = $2 where id = $1', [id, secret])
}
