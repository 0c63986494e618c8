import type { AgentId, SiteId } from '@beckon/shared/model/ids'
import type { AgentResource } from '@beckon/shared/protocol/rest/people'
import type pg from 'pg'
import type { AgentRow } from '../domain/rows.ts'
import { fromColumns } from './row-names.ts'

const columns = `a.id, a.name, coalesce(u.email, '') as email, a.roles, a.skills, a.queues, a.languages, a.regions,
  '{"chat": 0, "voice": 0, "task": 0, "expert": 0}'::jsonb || a.capacity as capacity, a.handle,
  a.disabled_at is not null as disabled`

/** Everybody who works or worked for the site, in the order they joined; after `after`, at most `limit`. */
export async function readPeople(
  db: pg.Pool,
  siteId: SiteId,
  after: string | null,
  limit: number,
): Promise<AgentResource[]> {
  const { rows } = await db.query<AgentResource>(
    `select ${columns} from agents a left join auth_users u on u.id = a.user_id
      where a.site_id = $1 and ($2::uuid is null or a.id > $2) order by a.id limit $3`,
    [siteId, after, limit],
  )
  return rows
}

/** One of them, as told and as stored. */
export async function readPerson(
  db: pg.Pool | pg.ClientBase,
  siteId: SiteId,
  id: AgentId,
): Promise<{ told: AgentResource; row: AgentRow } | undefined> {
  const { rows } = await db.query<AgentResource & { row: object }>(
    `select ${columns}, to_jsonb(a) - 'site_id' - 'version' as row from agents a left join auth_users u on u.id = a.user_id
      where a.site_id = $1 and a.id = $2`,
    [siteId, id],
  )
  const found = rows[0]
  if (!found) return undefined
  const { row, ...told } = found
  return { told, row: fromColumns(row) as unknown as AgentRow }
}

/** Whether pages know somebody else by it; who is disabled has given it free. */
export async function isHandleTaken(client: pg.ClientBase, siteId: SiteId, handle: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from agents where site_id = $1 and handle = $2 and disabled_at is null',
    [siteId, handle],
  )
  return rowCount !== 0
}
