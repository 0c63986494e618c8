import * as z from 'zod/mini'

/**
 * What kept somebody from being chosen. `later`: free, and after the chosen one in skill fit, load or idle time.
 * `passed`: let this contact pass by lately. `held`: the contact is kept for another for a while. Then what they do
 * (`ringing`, `full`, `interrupted`: at work on what may not be interrupted, `device-not-ready`: available, and no page of
 * theirs can take a call), and what they lack.
 */
export const NotChosen = z.enum([
  'later',
  'passed',
  'held',
  'ringing',
  'full',
  'interrupted',
  'not-responding',
  'device-not-ready',
  'unavailable',
  'away',
  'skill',
  'queue',
  'language',
  'region',
  'role',
])
export type NotChosen = z.infer<typeof NotChosen>

/** What makes an agent a customer's own: has something of theirs open, was named by the page, or served them last. */
export const OwnAs = z.enum(['owner', 'named', 'last-agent'])
export type OwnAs = z.infer<typeof OwnAs>

/** Why somebody was chosen, strongest first; texts live in the console's catalogue. */
export const RoutingReason = z.enum([
  'same-agent',
  ...OwnAs.options,
  'skill',
  'least-load',
  'longest-idle',
  'only-one',
  'picked',
])
export type RoutingReason = z.infer<typeof RoutingReason>

/** Who gets a contact and why, and why not somebody else; the same when it is asked for and when it is done. */
export const RoutingExplanation = z.object({
  /** Null: nobody now. */
  chosen: z.nullable(z.object({ name: z.string(), why: z.array(RoutingReason) })),
  /** At most three, nearest first, with what they lack. */
  nearest: z.array(z.object({ name: z.string(), lacks: z.array(NotChosen) })),
  /** How many others there are, by their first reason. */
  others: z.partialRecord(NotChosen, z.int()),
})
export type RoutingExplanation = z.infer<typeof RoutingExplanation>
