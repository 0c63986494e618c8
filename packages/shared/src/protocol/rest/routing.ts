import * as z from 'zod/mini'
import { ContactChannel } from '../../model/channel.ts'
import { RoutingExplanation } from '../../model/routing-explanation.ts'
import { RoutingSettings } from '../../model/routing-settings.ts'
import { SettingsFinding } from '../../model/settings-finding.ts'
import { Key } from '../contact.ts'

/** `GET /api/v1/routing`: how the site routes, and what nobody who works there now could serve. */
export const RoutingResource = z.extend(RoutingSettings, { warnings: z.array(SettingsFinding) })
export type RoutingResource = z.infer<typeof RoutingResource>

const { signIn, ...lists } = RoutingSettings.shape

/** `PATCH /api/v1/routing`: what is absent stays; a list is replaced whole. */
export const RoutingChange = z
  .extend(z.partial(z.object(lists)), { signIn: z.nullish(signIn) })
  .register(z.globalRegistry, {
    examples: [
      { agreements: [{ fromValue: 10, withinMs: 60_000, raise: 30 }], interruptibleBy: { voice: [] }, signIn: 'all' },
    ],
  })
export type RoutingChange = z.infer<typeof RoutingChange>

/** A contact that has not come. */
export const ContactQuery = z.object({
  channel: ContactChannel,
  subject: z.optional(Key),
  /** Codes of the button. */
  whisper: z.optional(Key),
  region: z.optional(Key),
  /** Public handle of the agent the page names. */
  agent: z.optional(Key),
  /** The customer, by the id the site's signature vouches for; one nobody knows is a stranger. */
  customer: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  /** Of the customer; absent: of the one named. */
  segment: z.optional(z.string().check(z.maxLength(64))),
  locale: z.optional(z.string().check(z.maxLength(35))),
})
export type ContactQuery = z.infer<typeof ContactQuery>

/** `GET /api/v1/routing/explanation`: what would become of such a contact now. Nothing rings. */
export const DryRun = z.discriminatedUnion('admitted', [
  z.object({
    admitted: z.literal(true),
    queue: z.string(),
    /** 1: nobody would be served before. */
    position: z.int(),
    explanation: RoutingExplanation,
  }),
  z.object({
    admitted: z.literal(false),
    queue: z.string(),
    reason: z.enum(['out-of-hours', 'queue-full', 'not-offered']),
    /** Epoch milliseconds; null: it is open, or nobody knows. */
    instead: z.object({ opensAt: z.nullable(z.int()), channels: z.array(ContactChannel) }),
  }),
])
export type DryRun = z.infer<typeof DryRun>
