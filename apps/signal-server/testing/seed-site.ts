import { randomUUID } from 'node:crypto'
import type { AgentId, CustomerId, SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

export interface SeededSite {
  siteId: SiteId
  key: string
  agents: AgentId[]
  customers: CustomerId[]
}

/** A site with one subject, agents available on chat and voice, and anonymous customers. */
export async function seedSite(db: pg.Pool, counts: { agents: number; customers: number }): Promise<SeededSite> {
  const siteId = randomUUID() as SiteId
  const key = `site-${siteId.slice(0, 8)}`
  await db.query(`insert into sites (id, key, name, identity_secret, created_at) values ($1, $2, 'Test', $3, 0)`, [
    siteId,
    key,
    randomUUID() + randomUUID(),
  ])
  await db.query(`insert into subjects (site_id, key, name, is_default) values ($1, 'booking', 'Booking', true)`, [
    siteId,
  ])
  await db.query(
    `insert into site_choices (site_id, kind, key, name, position)
      values ($1, 'disposition', 'solved', 'Solved', 0), ($1, 'decline-reason', 'busy', 'Busy', 0)`,
    [siteId],
  )
  const agents = Array.from({ length: counts.agents }, () => randomUUID() as AgentId)
  await db.query(
    `insert into agents (id, site_id, version, user_id, name, roles, skills, capacity)
      select id, $1, 0, id, 'Agent ' || n, '{agent}', '{}', '{"chat": 4, "voice": 1}'
      from unnest($2::uuid[]) with ordinality as a (id, n)`,
    [siteId, agents],
  )
  await db.query(
    `insert into presences (id, site_id, version, agent_id, channel, intent, since)
      select gen_random_uuid(), $1, 0, a, channel, 'available', 0
      from unnest($2::uuid[]) a, unnest('{chat,voice}'::text[]) channel`,
    [siteId, agents],
  )
  const customers = Array.from({ length: counts.customers }, () => randomUUID() as CustomerId)
  await db.query(
    `insert into customers (id, site_id, version, created_at) select c, $1, 0, 0 from unnest($2::uuid[]) c`,
    [siteId, customers],
  )
  return { siteId, key, agents, customers }
}
