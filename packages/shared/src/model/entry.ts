import * as z from 'zod/mini'
import { ContactChannel } from './channel.ts'

/**
 * Which people read a stream; whoever may read it reads all of it.
 * `conversation`: the customer and staff. `desk`: staff only. `call`: the two ends of one call (its signals).
 */
export const StreamKind = z.enum(['conversation', 'desk', 'call'])
export type StreamKind = z.infer<typeof StreamKind>

/** Who wrote an entry, as every reader of its stream may see it. */
export const EntryAuthor = z.object({
  kind: z.enum(['customer', 'agent', 'system']),
  /** Screen name; empty for the system and for a visitor who gave none. */
  name: z.string(),
})
export type EntryAuthor = z.infer<typeof EntryAuthor>

/** Why an interaction ended. */
export const CloseCause = z.enum([
  'ended-by-agent',
  'ended-by-customer',
  'abandoned',
  'invitation-declined',
  'customer-lost',
  'customer-silent',
  'agent-lost',
  'call-failed',
])
export type CloseCause = z.infer<typeof CloseCause>

/** A WebRTC signal is opaque to us: bounded text, relayed only between the two ends of a live call. */
export const SignalData = z.string().check(z.maxLength(16_000))

/** What an entry says. */
export const EntryBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('note'), text: z.string() }),
  /** `note`: among notes, only staff see it. `name` and `type` are the server's, by its bytes; `size` in bytes. */
  z.object({
    kind: z.literal('file'),
    fileId: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.int(),
    note: z.boolean(),
  }),
  /** An agent joined; `agent` is the screen name. `insteadOf`: on another channel than was asked for. */
  z.object({ kind: z.literal('joined'), agent: z.string(), insteadOf: z.exactOptional(ContactChannel) }),
  /** The agent was lost; the customer waits again, first in line. */
  z.object({ kind: z.literal('released') }),
  z.object({ kind: z.literal('page-pushed'), url: z.string(), title: z.string() }),
  /** What the customer did with the pushed page whose entry id is `pushId`. */
  z.object({ kind: z.literal('page-answered'), pushId: z.string(), outcome: z.enum(['opened', 'dismissed']) }),
  /** The author's side has had everything up to this `seq` before its eyes; marks only move forward. */
  z.object({ kind: z.literal('read'), upTo: z.int() }),
  /** The customer has been silent for long: at `closesAt` (epoch milliseconds) it ends, unless they write. */
  z.object({ kind: z.literal('idle-warned'), closesAt: z.int() }),
  z.object({ kind: z.literal('call-started') }),
  /** `durationMs` is 0 when the two never heard each other. */
  z.object({ kind: z.literal('call-ended'), durationMs: z.int() }),
  /** The conversation is over for the customer. */
  z.object({ kind: z.literal('ended'), cause: CloseCause }),
  /** Desk only: how the contact was classified. `disposition` is the site's key, null when the wrap-up ran out. */
  z.object({ kind: z.literal('wrapped-up'), disposition: z.nullable(z.string()) }),
  /** `call` streams only. */
  z.object({ kind: z.literal('signal'), epoch: z.int(), data: SignalData }),
])
export type EntryBody = z.infer<typeof EntryBody>
export type EntryKind = EntryBody['kind']

/** One item of a stream. `seq` starts at 1 and has no gaps; a reader applies `last + 1`, drops lower, on a hole asks `stream:sync`. */
export const Entry = z.object({
  streamId: z.string(),
  seq: z.int(),
  /** The id of the command that wrote it: a sender finds its own unsent text by it. */
  id: z.string(),
  /** Commit order over all streams; sorts a timeline merged from several. */
  order: z.int(),
  /** Epoch milliseconds, database time. */
  at: z.int(),
  author: EntryAuthor,
  body: EntryBody,
})
export type Entry = z.infer<typeof Entry>
