import * as z from 'zod/mini'
import { MediaKind } from '../../model/channel.ts'
import { ChannelPresence, OverallPresence } from '../../model/presence.ts'
import { PageQuery } from './page.ts'

const Instant = z.coerce.number().check(z.int(), z.nonnegative())

/** Epoch milliseconds; `from` counts, `to` does not. */
export const PresenceQuery = z.extend(PageQuery, { from: z.optional(Instant), to: z.optional(Instant) })
export type PresenceQuery = z.infer<typeof PresenceQuery>

/** One step of an agent's timeline. */
export const PresenceStep = z.object({
  id: z.string(),
  at: z.int(),
  /** Null: the whole agent (online, offline, dnd). */
  channel: z.nullable(z.string()),
  /** Of the device whose voice it is, as it was called then. */
  nickname: z.nullable(z.string()),
  was: z.string(),
  became: z.string(),
  /** Key of the site's reason. */
  reason: z.nullable(z.string()),
})
export type PresenceStep = z.infer<typeof PresenceStep>

/** One who serves customers, as they are now. */
export const TeamMember = z.object({
  id: z.string(),
  name: z.string(),
  overall: OverallPresence,
  /** Why they will be unavailable once their work is done; null: nothing is planned. */
  nextReason: z.nullable(z.string()),
  channels: z.array(
    z.object({
      id: z.string(),
      channel: MediaKind,
      /** Of the device whose voice it is; null: of none in particular. */
      nickname: z.nullable(z.string()),
      presence: ChannelPresence,
      reason: z.nullable(z.string()),
      since: z.int(),
      /** Slots taken, ringing and wrap-up counted, and slots there are. */
      used: z.int(),
      capacity: z.int(),
      deviceReady: z.boolean(),
    }),
  ),
})
export type TeamMember = z.infer<typeof TeamMember>

const MOST = 200

/** `?q=…&limit=…`: those whose name holds these letters, so many of them. */
export const TeamQuery = z.object({
  q: z._default(z.string().check(z.maxLength(100)), ''),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST)), MOST),
})
export type TeamQuery = z.infer<typeof TeamQuery>

/** `GET /api/v1/team`: everybody who serves customers. */
export const Team = z.object({
  /** Epoch milliseconds; at most a second ago. */
  asOf: z.int(),
  /** Of the whole team. */
  counts: z.record(OverallPresence, z.int()),
  /** How many the names of which were asked for. */
  found: z.int(),
  /** The first of them: who could take a contact first, who is not there last, then by name. */
  items: z.array(TeamMember),
})
export type Team = z.infer<typeof Team>
