import type { AgentId, CustomerId, InteractionId, SiteId } from '@beckon/shared/model/ids'
import type { HistoryFilters, HistoryItem } from '@beckon/shared/protocol/http'
import type pg from 'pg'

/** Whose past; `customer` takes in the visitors who proved to be them. */
export type HistoryOf =
  | {
      kind: 'customer'
      siteId: SiteId
      customerId: CustomerId /** Notes are searched, too: for staff. */
      withDesk?: true
    }
  | { kind: 'agent'; siteId: SiteId; agentId: AgentId; customerId: CustomerId | null }

/** The last item of the page before. */
export interface HistoryPlace {
  at: number
  id: string
}

export type StoredHistoryItem = Required<HistoryItem>

const columns = `i.id as "interactionId", i.reference, i.channel, i.subject, i.enqueued_at as "startedAt",
  coalesce(i.ended_at, i.closed_at) as "endedAt",
  case when i.answered_at is not null then i.ended_at - i.answered_at end as "lengthMs",
  a.name as "agentName", i.cause, i.disposition,
  (select count(*)::int from entries e where e.stream_id = i.conversation_id and e.body->>'kind' in ('message', 'file')) as messages,
  (select json_build_object('score', s.score, 'text', s.text) from surveys s where s.interaction_id = i.id) as survey`

export interface HistoryPage {
  q?: string | undefined
  subject?: string | undefined
  /** Name. */
  agent?: string | undefined
  channel?: string | undefined
  place: HistoryPlace | null
  limit: number
}

/** A condition whose values stand where `$` does, in their order. */
class Where {
  readonly values: unknown[] = []
  readonly #conditions: string[] = []

  and(condition: string, ...values: unknown[]): this {
    const [first, ...rest] = condition.split('$')
    this.#conditions.push(
      values.reduce<string>((text, value, i) => `${text}$${this.values.push(value)}${rest[i]}`, first ?? ''),
    )
    return this
  }

  get text(): string {
    return this.#conditions.join(' and ')
  }
}

function whose(of: HistoryOf): Where {
  const where = new Where().and('i.site_id = $', of.siteId)
  if (of.kind === 'agent') where.and('i.owner_id = $', of.agentId)
  if (of.customerId !== null) {
    where.and(
      'i.customer_id in (select id from customers where site_id = $ and (id = $ or merged_into = $))',
      of.siteId,
      of.customerId,
      of.customerId,
    )
  }
  return where
}

/** Newest first, at most `limit`, after `place`; those that hold for every filter. */
export async function readHistory(db: pg.Pool, of: HistoryOf, page: HistoryPage): Promise<StoredHistoryItem[]> {
  const where = whose(of)
  const { q, subject, agent, channel, place, limit } = page
  if (subject !== undefined) where.and('i.subject = $', subject)
  if (channel !== undefined) where.and('i.channel = $', channel)
  if (agent !== undefined) where.and('a.name = $', agent)
  if (place) where.and('(i.enqueued_at, i.id) < ($::bigint, $::uuid)', place.at, place.id)
  if (q !== undefined && q !== '') said(where, of, q)
  const { rows } = await db.query<StoredHistoryItem>(
    `select ${columns} from interactions i left join agents a on a.id = i.owner_id
      where ${where.text} order by i.enqueued_at desc, i.id desc limit $${where.values.push(limit)}`,
    where.values,
  )
  return rows
}

/** What was said is indexed when its stream closes; of the few streams that are open the entries are looked at. */
function said(where: Where, of: HistoryOf, q: string): void {
  const words = q.match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0) return void where.and('false')
  const query = words.map((word) => `${word}:*`).join(' & ')
  const streams = of.kind === 'agent' || of.withDesk ? '(i.conversation_id, i.desk_id)' : '(i.conversation_id)'
  where.and(
    `(i.reference = upper($)
      or exists (select from stream_words w where w.stream_id in ${streams} and w.words @@ to_tsquery('simple', $))
      or i.status <> 'closed' and exists (select from entries e where e.stream_id in ${streams}
        and to_tsvector('simple', coalesce(e.body->>'text', '')) @@ to_tsquery('simple', $)))`,
    q,
    query,
    query,
  )
}

/** What a whole past can be narrowed to. */
export async function readHistoryFilters(db: pg.Pool, of: HistoryOf): Promise<HistoryFilters> {
  const where = whose(of)
  const { rows } = await db.query<HistoryFilters>(
    `with past as materialized (
        select distinct i.subject, i.channel, i.owner_id from interactions i where ${where.text}
      )
      select
        (select coalesce(json_agg(json_build_object('key', p.subject, 'name', coalesce(s.name, p.subject))
            order by s.name), '[]')
          from (select distinct subject from past) p left join subjects s on s.site_id = $1 and s.key = p.subject) as subjects,
        (select coalesce(json_agg(distinct a.name), '[]') from past join agents a on a.id = past.owner_id) as agents,
        (select coalesce(json_agg(distinct channel), '[]') from past) as channels`,
    where.values,
  )
  return rows[0] ?? { subjects: [], agents: [], channels: [] }
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
  /** Whose interaction it is, now; null: a task's. */
  customerId: CustomerId | null
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
        from interactions i left join customers c on c.id = i.customer_id where i.site_id = $1 and i.id = $2
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
