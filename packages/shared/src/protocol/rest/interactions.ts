import * as z from 'zod/mini'
import { Channel } from '../../model/channel.ts'
import { AgentId, CustomerId } from '../../model/ids.ts'
import { Key } from '../contact.ts'
import { PageQuery } from './page.ts'

const Status = z.enum(['queued', 'offered', 'assigned', 'wrap-up', 'parked', 'closed'])
const Instant = z.coerce.number().check(z.int(), z.minimum(0))

/** `GET /api/v1/interactions`: all that hold. */
export const InteractionQuery = z.extend(PageQuery, {
  status: z.optional(Status),
  channel: z.optional(Channel),
  subject: z.optional(Key),
  /** Who has it, or had it last. */
  agent: z.optional(AgentId),
  customer: z.optional(CustomerId),
  /** Began at this instant or later, and before that one; epoch milliseconds. */
  from: z.optional(Instant),
  to: z.optional(Instant),
})
export type InteractionQuery = z.infer<typeof InteractionQuery>

/** One exchange on one channel. Instants are epoch milliseconds. */
export const InteractionResource = z.object({
  id: z.string(),
  reference: z.string(),
  channel: Channel,
  subject: z.string(),
  status: Status,
  /** Why it ended. */
  cause: z.nullable(z.string()),
  /** How it was classified. */
  disposition: z.nullable(z.string()),
  /** Null: a task of nobody. */
  customer: z.nullable(z.object({ id: z.string(), externalId: z.nullable(z.string()), name: z.string() })),
  agent: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** The chat a call grew out of. */
  parentId: z.nullable(z.string()),
  startedAt: z.int(),
  answeredAt: z.nullable(z.int()),
  endedAt: z.nullable(z.int()),
  closedAt: z.nullable(z.int()),
})
export type InteractionResource = z.infer<typeof InteractionResource>
