import type { GuideResponse } from '@beckon/shared/protocol/demo'
import type pg from 'pg'
import { type GuideRows, tickedSteps } from './ticked-steps.ts'

export interface GuideQuestion {
  /** Of contacts this browser has made. */
  references: readonly string[]
  /** Who is signed in in this browser; null: nobody. */
  agentId: string | null
  /** From when on the agent's contacts count, epoch milliseconds. */
  since: number
}

/** What has become of a browser's contacts, as committed. */
export async function readGuide(db: pg.Pool, { references, agentId, since }: GuideQuestion, now: number) {
  const { rows } = await db.query<GuideRows & { madeAt: number }>(
    `with demo as (
      select id, created_at from sites where key = 'bluesky'
    ), mine as (
      select i.id, i.parent_id, i.conversation_id from interactions i join demo d on d.id = i.site_id
      where i.reference = any ($1) or (i.owner_id = $2 and i.enqueued_at >= $3)
    )
    select
      (select created_at from demo) as "madeAt",
      (select count(*) from mine)::int as contacts,
      (select coalesce(jsonb_agg(distinct o.status), '[]') from offers o
        where o.interaction_id in (select id from mine) or (o.agent_id = $2 and o.made_at >= $3)) as offers,
      (select coalesce(jsonb_agg(distinct e.body->>'kind'), '[]') from entries e
        join mine m on m.conversation_id = e.stream_id) as entries,
      (select count(*) from calls c join mine m on m.id = c.interaction_id
        where m.parent_id is not null and c.connected_at is not null)::int as "connectedCalls",
      (select count(*) from surveys s where s.interaction_id in (select id from mine))::int as surveys`,
    [references, agentId, since],
  )
  const [found] = rows
  if (!found) throw new Error('the demo site is missing')
  return { ticked: tickedSteps(found), now, madeAt: found.madeAt } satisfies GuideResponse
}
