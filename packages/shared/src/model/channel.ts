import * as z from 'zod/mini'

/** The ways to talk. A media channel is one agent's end of one of them. */
export const Channel = z.enum(['chat', 'voice'])
export type Channel = z.infer<typeof Channel>
export const channels: readonly Channel[] = Channel.options
