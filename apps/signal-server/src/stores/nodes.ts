import type { NodeId, SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

/**
 * Says "I live", at the instant the database takes it in: a statement that waited for a stalled database would carry an
 * old one. False when others have given this node up: it needs a new id.
 */
export async function renewNode(db: pg.Pool, id: NodeId): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'renew-node',
    text: `insert into nodes (id, renewed_at) values ($1, (extract(epoch from clock_timestamp()) * 1000)::bigint)
      on conflict (id) do update set renewed_at = excluded.renewed_at where nodes.lost_at is null`,
    values: [id],
  })
  return rowCount === 1
}

export interface SilentNode {
  nodeId: NodeId
  siteId: SiteId
  /** Its last sign of life. */
  heardAt: number
}

/** Nodes silent since before `before` that still hold tabs, with the sites of those tabs. */
export async function readSilentNodes(db: pg.Pool, before: number, now: number): Promise<SilentNode[]> {
  await db.query({
    name: 'mark-silent-nodes',
    text: 'update nodes set lost_at = $2 where renewed_at < $1 and lost_at is null',
    values: [before, now],
  })
  const { rows } = await db.query<SilentNode>({
    name: 'silent-nodes',
    text: `select distinct t.node_id as "nodeId", t.site_id as "siteId", coalesce(n.renewed_at, $1) as "heardAt"
      from tabs t left join nodes n on n.id = t.node_id
      where t.closed_at is null and (n.id is null or n.lost_at is not null)`,
    values: [now],
  })
  return rows
}

export async function forgetNode(db: pg.Pool, id: NodeId, now: number): Promise<void> {
  await db.query('update nodes set lost_at = $2 where id = $1', [id, now])
}

/** Sites with a deadline at or before `now`. */
export async function readDueSites(db: pg.Pool, now: number): Promise<SiteId[]> {
  const { rows } = await db.query<{ id: SiteId }>({
    name: 'due-sites',
    text: 'select id from sites where next_due_at <= $1',
    values: [now],
  })
  return rows.map((row) => row.id)
}

/** Committed versions of sites, for the poll that makes lost wake-ups good. */
export async function readVersions(db: pg.Pool, ids: readonly SiteId[]): Promise<{ id: SiteId; version: number }[]> {
  const { rows } = await db.query<{ id: SiteId; version: number }>({
    name: 'site-versions',
    text: 'select id, version from sites where id = any ($1)',
    values: [ids],
  })
  return rows
}
