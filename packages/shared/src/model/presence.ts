import * as z from 'zod/mini'

/** What an agent chose, or a missed offer caused, on one media channel. Stored. */
export const PresenceIntent = z.enum(['available', 'unavailable', 'not-responding'])
export type PresenceIntent = z.infer<typeof PresenceIntent>

/** What others see of one media channel. Derived: intent, or the wrap-up or absence that covers it. */
export const ChannelPresence = z.enum(['available', 'unavailable', 'not-responding', 'wrap-up', 'offline'])
export type ChannelPresence = z.infer<typeof ChannelPresence>

/** What others see of the whole agent. Derived by `rules/overall-presence`. */
export const OverallPresence = z.enum(['ready', 'partial', 'busy', 'unavailable', 'dnd', 'offline'])
export type OverallPresence = z.infer<typeof OverallPresence>
