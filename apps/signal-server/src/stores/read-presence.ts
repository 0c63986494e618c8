import type { AgentId, SiteId } from '@beckon/shared/model/ids'
import type { PresenceQuery, PresenceStep } from '@beckon/shared/protocol/rest/presence'
import type pg from 'pg'

/** Newest first, at most `limit`, after the one whose place was `before`. */
export async function readPresence(
  db: pg.Pool,
  { siteId, agentId }: { siteId: SiteId; agentId: AgentId },
  { from, to }: Pick<PresenceQuery, 'from' | 'to'>,
  before: number | null,
  limit: number,
): Promise<(PresenceStep & { ord: number })[]> {
  const { rows } = await db.query<PresenceStep & { ord: number }>({
    name: 'presence-changes',
    text: `select ord, id, at, channel, nickname, was, became, reason from presence_changes
      where agent_id = $2 and site_id = $1 and ($3::bigint is null or at >= $3) and ($4::bigint is null or at < $4)
        and ($5::bigint is null or ord < $5)
      order by ord desc limit $6`,
    values: [siteId, agentId, from ?? null, to ?? null, before, limit],
  })
  return rows
}
