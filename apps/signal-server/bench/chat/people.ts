import { randomUUID } from 'node:crypto'
import type { AgentId, CustomerId, SiteId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type pg from 'pg'

/** A site of the bench, with agents who can take `chatsEach` chats at a time. */
export interface People {
  siteId: SiteId
  siteKey: string
  agents: AgentId[]
  customers: CustomerId[]
}

export async function seedPeople(db: pg.Pool, conversations: number, chatsEach: number): Promise<People> {
  const ids = (count: number): string[] => Array.from({ length: count }, () => randomUUID())
  const siteId = randomUUID()
  const siteKey = `bench-${siteId}`
  const agents = ids(Math.ceil(conversations / chatsEach))
  const customers = ids(conversations)
  await db.query(`insert into sites (id, key, name, identity_secret, created_at) values ($1, $2, 'Bench', $3, 0)`, [
    siteId,
    siteKey,
    randomUUID() + randomUUID(),
  ])
  await db.query(`insert into subjects (site_id, key, name, is_default) values ($1, 'any', 'Any', true)`, [siteId])
  await db.query(
    `insert into agents (id, site_id, version, user_id, name, roles, skills, capacity)
      select id, $1, 0, id, 'Agent ' || n, '{agent}', '{}', jsonb_build_object('chat', $3::int)
      from unnest($2::uuid[]) with ordinality as a (id, n)`,
    [siteId, agents, chatsEach],
  )
  await db.query(
    `insert into presences (id, site_id, version, agent_id, channel, intent, since)
      select gen_random_uuid(), $1, 0, a, 'chat', 'available', 0 from unnest($2::uuid[]) a`,
    [siteId, agents],
  )
  await db.query(
    `insert into customers (id, site_id, version, created_at) select c, $1, 0, 0 from unnest($2::uuid[]) c`,
    [siteId, customers],
  )
  return { siteId: siteId as SiteId, siteKey, agents: agents as AgentId[], customers: customers as CustomerId[] }
}

export const customerOf = ({ siteId }: People, customerId: CustomerId): Principal => ({
  kind: 'customer',
  siteId,
  customerId,
})

export const agentOf = ({ siteId }: People, agentId: AgentId): Principal => ({
  kind: 'staff',
  siteId,
  agentId,
  roles: ['agent'],
})
