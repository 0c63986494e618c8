import type { CustomerId, InteractionId, SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

export interface Survey {
  siteId: SiteId
  /** Who answers; what they did as a visitor before is theirs too. */
  customerId: CustomerId
  interactionId: InteractionId
  score: number
  text: string
  now: number
}

/**
 * Keeps the first answer; the same one again is `kept` too. `absent`: not theirs, not over, or served by nobody;
 * `late`: it ended before `since`.
 */
export async function addSurvey(
  db: pg.Pool,
  { siteId, customerId, interactionId, score, text, now }: Survey,
  since: number,
): Promise<'kept' | 'answered' | 'late' | 'absent'> {
  const { rows } = await db.query<{ late: boolean; same: boolean | null }>({
    name: 'add-survey',
    text: `with asked as (
        select i.id, coalesce(i.ended_at, i.closed_at) < $7 as late from interactions i
        where i.site_id = $1 and i.id = $3 and i.status in ('wrap-up', 'closed') and i.owner_id is not null
          and i.customer_id in (select id from customers where site_id = $1 and (id = $2 or merged_into = $2))
      ), added as (
        insert into surveys (interaction_id, site_id, score, text, at)
        select id, $1, $4, $5, $6 from asked where not late
        on conflict (interaction_id) do nothing returning 1
      )
      select asked.late, exists (select from added) or s.score = $4 and s.text = $5 as same
      from asked left join surveys s on s.interaction_id = asked.id`,
    values: [siteId, customerId, interactionId, score, text, now, since],
  })
  const [row] = rows
  if (!row) return 'absent'
  if (row.same) return 'kept'
  return row.late ? 'late' : 'answered'
}
