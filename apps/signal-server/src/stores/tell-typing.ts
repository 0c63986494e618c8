import type { NodeId } from '@beckon/shared/model/ids'
import type pg from 'pg'

/** `typing <node> <stream>:<side> …` to the other nodes, if any lives. */
export async function tellTyping(db: pg.Pool, nodeId: NodeId, items: readonly string[]): Promise<void> {
  await db.query({
    name: 'tell-typing',
    text: `select pg_notify('beckon', $2)
      where exists (select from nodes where id <> $1 and lost_at is null)`,
    values: [nodeId, `typing ${nodeId} ${items.join(' ')}`],
  })
}
