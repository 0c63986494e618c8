import * as z from 'zod/mini'
import { Skills } from '../../model/routing-settings.ts'
import { Key } from '../contact.ts'
import { Name } from './page.ts'

export const RoleName = z.enum(['agent', 'expert', 'supervisor', 'admin'])
const Roles = z.array(RoleName).check(z.minLength(1), z.maxLength(4))
const Keys = z.array(Key).check(z.maxLength(50))
/** Slots: how many at a time. */
const Slots = z.int().check(z.minimum(0), z.maximum(50))
const Capacity = z.object({ chat: Slots, voice: Slots, task: Slots, expert: Slots })
const SomeCapacity = z.object({
  chat: z.exactOptional(Slots),
  voice: z.exactOptional(Slots),
  task: z.exactOptional(Slots),
  expert: z.exactOptional(Slots),
})

/** Somebody who works for the site. */
export const AgentResource = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleName),
  /** Level 1 to 5 by skill. */
  skills: z.record(z.string(), z.int()),
  /** Which they serve, speak and work for; empty: all. */
  queues: z.array(z.string()),
  languages: z.array(z.string()),
  regions: z.array(z.string()),
  capacity: Capacity,
  /** By which pages may ask for them, and customers read of them; null: nobody outside knows them. */
  handle: z.nullable(z.string()),
  disabled: z.boolean(),
})
export type AgentResource = z.infer<typeof AgentResource>

/** `POST /api/v1/agents`. */
export const NewAgent = z
  .object({
    name: Name,
    email: z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.regex(/^[^\s@]+@[^\s@]+$/)),
    roles: z._default(Roles, ['agent']),
    skills: z._default(Skills, {}),
    queues: z._default(Keys, []),
    languages: z._default(Keys, []),
    regions: z._default(Keys, []),
    /** What is absent is the usual: 4 chats, 1 call, 3 tasks, 1 colleague to advise for an expert. */
    capacity: z._default(SomeCapacity, {}),
    handle: z._default(z.nullable(Key), null),
    /** Absent: one is made and told once. Somebody who has a sign-in keeps their own. */
    password: z.optional(z.string().check(z.minLength(12), z.maxLength(128))),
  })
  .register(z.globalRegistry, {
    examples: [{ name: 'Ida', email: 'ida@bluesky.example', roles: ['agent'], skills: { baggage: 3 } }],
  })
export type NewAgent = z.infer<typeof NewAgent>

export const MadeAgent = z.extend(AgentResource, {
  /** Only when one was made, and only in the first answer. */
  password: z.exactOptional(z.string()),
})

/** `PATCH /api/v1/agents/{id}`: what is absent stays. */
export const AgentPatch = z
  .object({
    name: z.optional(Name),
    roles: z.optional(Roles),
    skills: z.optional(Skills),
    queues: z.optional(Keys),
    languages: z.optional(Keys),
    regions: z.optional(Keys),
    capacity: z.optional(SomeCapacity),
    /** Another's is a conflict. */
    handle: z.optional(z.nullable(Key)),
    /** True: what they serve and what rings goes to others at once, and their pages are cut within 5 s. */
    disabled: z.optional(z.boolean()),
  })
  .register(z.globalRegistry, { examples: [{ skills: { baggage: 3, booking: 2 }, capacity: { chat: 3, voice: 1 } }] })
