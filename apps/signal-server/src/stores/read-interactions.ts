import type { SiteId } from '@beckon/shared/model/ids'
import type { InteractionQuery, InteractionResource } from '@beckon/shared/protocol/rest/interactions'
import type pg from 'pg'

const selected = `select i.id, i.reference, i.channel, i.subject, i.status, i.cause, i.disposition,
    case when c.id is not null then json_build_object('id', c.id, 'externalId', c.external_id, 'name', c.name) end as customer,
    case when a.id is not null then json_build_object('id', a.id, 'name', a.name) end as agent,
    i.parent_id as "parentId", i.enqueued_at as "startedAt", i.answered_at as "answeredAt", i.ended_at as "endedAt",
    i.closed_at as "closedAt"
  from interactions i
  left join customers own on own.id = coalesce(i.customer_id, (i.task->'customer'->>'id')::uuid)
  left join customers c on c.id = coalesce(own.merged_into, own.id)
  left join agents a on a.id = i.owner_id`

type Filters = Omit<InteractionQuery, 'cursor' | 'limit'>

/** Each filter's condition on `$n`. */
const conditions: { [F in keyof Filters]-?: (n: number) => string } = {
  status: (n) => `i.status = $${n}`,
  channel: (n) => `i.channel = $${n}`,
  subject: (n) => `i.subject = $${n}`,
  agent: (n) => `i.owner_id = $${n}`,
  customer: (n) =>
    `i.customer_id in (select id from customers where site_id = $1 and (id = $${n} or merged_into = $${n}))`,
  from: (n) => `i.enqueued_at >= $${n}`,
  to: (n) => `i.enqueued_at < $${n}`,
}

/** Newest first, at most `limit`, after `place`; those that hold for every filter given. */
export async function readInteractions(
  db: pg.Pool,
  siteId: SiteId,
  filters: Filters,
  place: { at: number; id: string } | null,
  limit: number,
): Promise<InteractionResource[]> {
  const values: unknown[] = [siteId, limit]
  const where = ['i.site_id = $1']
  const also = (condition: (n: number) => string, value: unknown): void => {
    values.push(value)
    where.push(condition(values.length))
  }
  for (const [name, condition] of Object.entries(conditions)) {
    const value = filters[name as keyof Filters]
    if (value !== undefined) also(condition, value)
  }
  if (place) {
    values.push(place.at, place.id)
    where.push(`(i.enqueued_at, i.id) < ($${values.length - 1}::bigint, $${values.length}::uuid)`)
  }
  const { rows } = await db.query<InteractionResource>(
    `${selected} where ${where.join(' and ')} order by i.enqueued_at desc, i.id desc limit $2`,
    values,
  )
  return rows
}

export async function readInteraction(
  db: pg.Pool,
  siteId: SiteId,
  id: string,
): Promise<InteractionResource | undefined> {
  const { rows } = await db.query<InteractionResource>({
    name: 'interaction',
    text: `${selected} where i.site_id = $1 and i.id = $2`,
    values: [siteId, id],
  })
  return rows[0]
}
