import * as z from 'zod/mini'

/** The ways to talk. */
export const ContactChannel = z.enum(['chat', 'voice'])
export type ContactChannel = z.infer<typeof ContactChannel>
export const contactChannels: readonly ContactChannel[] = ContactChannel.options

/** What work comes by: a customer who talks, or a task, at which nobody waits on the line. */
export const Channel = z.enum([...ContactChannel.options, 'task'])
export type Channel = z.infer<typeof Channel>

/** On what an agent may be reachable, each a media channel of theirs: for work, and as an expert for colleagues. */
export const MediaKind = z.enum([...Channel.options, 'expert'])
export type MediaKind = z.infer<typeof MediaKind>
export const mediaKinds: readonly MediaKind[] = MediaKind.options
