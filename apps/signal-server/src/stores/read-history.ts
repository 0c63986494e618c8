import type { AgentId, CustomerId, InteractionId, SiteId } from '@beckon/shared/model/ids'
import type { HistoryItem } from '@beckon/shared/protocol/http'
import type pg from 'pg'

/** Whose past; `customer` takes in the visitors who proved to be them. */
export type HistoryOf =
  | { kind: 'customer'; siteId: SiteId; customerId: CustomerId }
  | { kind: 'agent'; siteId: SiteId; agentId: AgentId; customerId: CustomerId | null }

/** The last item of the page before. */
export interface HistoryPlace {
  at: number
  id: string
}

export type StoredHistoryItem = Required<HistoryItem>

const columns = `i.id as "interactionId", i.reference, i.channel, i.subject, i.enqueued_at as "startedAt",
  coalesce(i.ended_at, i.closed_at) as "endedAt", a.name as "agentName", i.cause, i.disposition,
  (select count(*)::int from entries e where e.stream_id = i.conversation_id and e.body->>'kind' = 'message') as messages,
  (select json_build_object('score', s.score, 'text', s.text) from surveys s where s.interaction_id = i.id) as survey`

const after = `($2::bigint is null or (i.enqueued_at, i.id) < ($2, $3::uuid))
  order by i.enqueued_at desc, i.id desc limit $4`

const family = '(select id from customers where site_id = $1 and (id = $5 or merged_into = $5))'

/** Newest first, at most `limit`, after `place`. */
export async function readHistory(
  db: pg.Pool,
  of: HistoryOf,
  place: HistoryPlace | null,
  limit: number,
): Promise<StoredHistoryItem[]> {
  const page = [of.siteId, place?.at ?? null, place?.id ?? null, limit]
  const query =
    of.kind === 'customer'
      ? {
          name: 'history-of-customer',
          text: `select ${columns} from interactions i left join agents a on a.id = i.owner_id
            where i.site_id = $1 and i.customer_id in ${family} and ${after}`,
          values: [...page, of.customerId],
        }
      : {
          name: 'history-of-agent',
          text: `select ${columns} from interactions i left join agents a on a.id = i.owner_id
            where i.site_id = $1 and i.owner_id = $6 and ($5::uuid is null or i.customer_id in ${family}) and ${after}`,
          values: [...page, of.customerId, of.agentId],
        }
  return (await db.query<StoredHistoryItem>(query)).rows
}

/** One line of a history; undefined when there is no such interaction of this site. */
export async function readHistoryItem(
  db: pg.Pool,
  siteId: SiteId,
  id: InteractionId,
): Promise<StoredHistoryItem | undefined> {
  const { rows } = await db.query<StoredHistoryItem>({
    name: 'history-item',
    text: `select ${columns} from interactions i left join agents a on a.id = i.owner_id
      where i.site_id = $1 and i.id = $2`,
    values: [siteId, id],
  })
  return rows[0]
}

/** How an interaction stands to an agent. */
export interface Standing {
  /** Whose interaction it is, now. */
  customerId: CustomerId
  /** The agent owns it or did when it closed. */
  own: boolean
  /** The agent serves this customer or did so after `since`. */
  served: boolean
}

export async function readStanding(
  db: pg.Pool,
  siteId: SiteId,
  id: InteractionId,
  agentId: AgentId | null,
  since: number,
): Promise<Standing | undefined> {
  const { rows } = await db.query<Standing>({
    name: 'standing',
    text: `with asked as (
        select i.owner_id, coalesce(c.merged_into, c.id) as customer_id
        from interactions i join customers c on c.id = i.customer_id where i.site_id = $1 and i.id = $2
      )
      select asked.customer_id as "customerId", coalesce(asked.owner_id = $3::uuid, false) as own, exists (
        select from interactions y
        where y.customer_id in (select id from customers where id = asked.customer_id or merged_into = asked.customer_id)
          and y.owner_id = $3 and (y.status <> 'closed' or y.closed_at > $4)
      ) as served
      from asked`,
    values: [siteId, id, agentId, since],
  })
  return rows[0]
}
