import type { Role } from '@beckon/shared/model/agent-view'
import type { SiteId } from '@beckon/shared/model/ids'
import type { ApiKey } from '@beckon/shared/protocol/rest/api-keys'
import type pg from 'pg'

interface FoundKey {
  id: string
  siteId: SiteId
  siteKey: string
  siteName: string
  name: string
  hash: Buffer
  roles: Role[]
  lastUsedAt: number | null
}

export async function findApiKey(db: pg.Pool, prefix: string): Promise<FoundKey | undefined> {
  const { rows } = await db.query<FoundKey>({
    name: 'find-api-key',
    text: `select k.id, k.site_id as "siteId", s.key as "siteKey", s.name as "siteName", k.name, k.hash, k.roles,
        k.last_used_at as "lastUsedAt"
      from api_keys k join sites s on s.id = k.site_id where k.prefix = $1 and k.revoked_at is null`,
    values: [prefix],
  })
  return rows[0]
}

export async function touchApiKey(db: pg.Pool, id: string, now: number): Promise<void> {
  await db.query({
    name: 'touch-api-key',
    text: 'update api_keys set last_used_at = greatest(last_used_at, $2) where id = $1',
    values: [id, now],
  })
}

/** Those that are good, oldest first. */
export async function listApiKeys(db: pg.Pool | pg.ClientBase, siteId: SiteId): Promise<ApiKey[]> {
  const { rows } = await db.query<ApiKey>(
    `select id, name, prefix, roles, created_at as "createdAt", last_used_at as "lastUsedAt"
      from api_keys where site_id = $1 and revoked_at is null order by id`,
    [siteId],
  )
  return rows
}

interface NewKey extends Omit<ApiKey, 'lastUsedAt' | 'roles'> {
  roles: readonly Role[]
  hash: Buffer
}

export async function addApiKey(client: pg.ClientBase, siteId: SiteId, key: NewKey): Promise<void> {
  await client.query(
    'insert into api_keys (id, site_id, name, prefix, hash, roles, created_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [key.id, siteId, key.name, key.prefix, key.hash, key.roles, key.createdAt],
  )
}

/** False: there was none. */
export async function revokeApiKey(client: pg.ClientBase, siteId: SiteId, id: string, now: number): Promise<boolean> {
  const { rowCount } = await client.query(
    'update api_keys set revoked_at = $3 where site_id = $1 and id = $2 and revoked_at is null',
    [siteId, id, now],
  )
  return rowCount === 1
}
