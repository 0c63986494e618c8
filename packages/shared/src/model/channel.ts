import * as z from 'zod/mini'

/** The ways to talk. */
export const Channel = z.enum(['chat', 'voice'])
export type Channel = z.infer<typeof Channel>
export const channels: readonly Channel[] = Channel.options

/** On what an agent may be reachable, each a media channel of theirs: the ways to talk, and as an expert for colleagues. */
export const MediaKind = z.enum([...Channel.options, 'expert'])
export type MediaKind = z.infer<typeof MediaKind>
export const mediaKinds: readonly MediaKind[] = MediaKind.options
