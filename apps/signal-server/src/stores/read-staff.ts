import type { Role } from '@beckon/shared/model/agent-view'
import type { AgentId, SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

export interface StaffRow {
  agentId: AgentId
  siteId: SiteId
  siteKey: string
  siteName: string
  name: string
  roles: Role[]
}

/** For whom this person works: that site, or the one they joined first when none is named. Nothing for a disabled agent. */
export async function readStaff(
  db: pg.Pool,
  userId: string,
  siteKey: string | undefined,
): Promise<StaffRow | undefined> {
  const { rows } = await db.query<StaffRow>({
    name: 'staff',
    text: `select a.id as "agentId", a.site_id as "siteId", s.key as "siteKey", s.name as "siteName", a.name, a.roles
      from agents a join sites s on s.id = a.site_id
      where a.user_id = $1 and a.disabled_at is null and ($2::text is null or s.key = $2)
      order by a.id limit 1`,
    values: [userId, siteKey ?? null],
  })
  return rows[0]
}
