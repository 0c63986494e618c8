import type { EntryBody } from '@beckon/shared/model/entry'
import type { Reply } from '@beckon/shared/protocol/reply'
import type pg from 'pg'
import { type DiaryLine, readDiary } from './diary.ts'

export interface FinalEntry {
  streamId: string
  seq: number
  id: string
  ord: number
  authorKind: string
  authorId: string | null
  authorName: string
  body: EntryBody
}
export interface FinalStream {
  id: string
  interactionId: string
  kind: string
  head: number
  closedAt: number | null
}
export interface FinalInteraction {
  id: string
  customerId: string
  channel: string
  subject: string
  queue: string
  enqueuedAt: number
  /** Steps of its queue that have widened the search. */
  relaxed: number
  status: string
  cause: string | null
  ownerId: string | null
  offerId: string | null
  fence: number
  conversationId: string
  deskId: string
}
export interface FinalOffer {
  id: string
  interactionId: string
  agentId: string
  status: string
  why: string[]
  madeAt: number
}
export interface FinalPresenceChange {
  agentId: string
  at: number
  was: string
  became: string
}

/** What the database holds of one site when the storm is over. */
export interface Final {
  streams: FinalStream[]
  /** By stream and number. */
  entries: FinalEntry[]
  interactions: FinalInteraction[]
  offers: FinalOffer[]
  agents: { id: string; name: string; skills: Record<string, number> }[]
  /** Of agents as a whole, in their order. */
  presenceChanges: FinalPresenceChange[]
  commands: { actorId: string; id: string; reply: Reply<unknown> }[]
  diary: DiaryLine[]
}

export async function readFinal(db: pg.Pool, siteId: string): Promise<Final> {
  const rows = async <T extends object>(text: string): Promise<T[]> => (await db.query<T>(text, [siteId])).rows
  return {
    streams: await rows(
      `select id, interaction_id as "interactionId", kind, head, closed_at as "closedAt" from streams where site_id = $1`,
    ),
    entries: await rows(
      `select e.stream_id as "streamId", e.seq, e.id, e.ord, e.author_kind as "authorKind", e.author_id as "authorId",
          e.author_name as "authorName", e.body
        from entries e join streams s on s.id = e.stream_id where s.site_id = $1 order by e.stream_id, e.seq`,
    ),
    interactions: await rows(
      `select id, customer_id as "customerId", channel, subject, queue, enqueued_at as "enqueuedAt", relaxed,
          status, cause, owner_id as "ownerId", offer_id as "offerId",
          fence, conversation_id as "conversationId", desk_id as "deskId"
        from interactions where site_id = $1`,
    ),
    offers: await rows(
      `select id, interaction_id as "interactionId", agent_id as "agentId", status, why, made_at as "madeAt"
        from offers where site_id = $1`,
    ),
    agents: await rows('select id, name, skills from agents where site_id = $1'),
    presenceChanges: await rows(
      `select agent_id as "agentId", at, was, became from presence_changes
        where site_id = $1 and channel is null order by ord`,
    ),
    commands: await rows(
      `select actor_id as "actorId", id, reply from commands where actor_id in
        (select id from agents where site_id = $1 union select id from customers where site_id = $1)`,
    ),
    diary: await readDiary(db, siteId),
  }
}
