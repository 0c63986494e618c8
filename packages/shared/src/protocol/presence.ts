import * as z from 'zod/mini'
import { MediaKind } from '../model/channel.ts'
import { MediaChannelId } from '../model/ids.ts'
import { Key } from './contact.ts'
import { defineCommand } from './define-command.ts'

/** What an agent calls a device of theirs. */
export const Nickname = z.string().check(z.trim(), z.minLength(1), z.maxLength(40))

export const presenceCommands = {
  /** Agent: what I choose on one media channel, on all of a kind, or on all; `reason` is one of the site's. */
  'presence:set': defineCommand<null>()(
    'site',
    z.object({
      channel: z.optional(MediaKind),
      mediaChannelId: z.optional(MediaChannelId),
      intent: z.enum(['available', 'unavailable']),
      reason: z.optional(Key),
    }),
  ),
  /** Agent: unavailable for this reason once the work in hand is done, and nothing new until then; without one: no more. */
  'presence:next': defineCommand<null>()('site', z.object({ reason: z.optional(Key) })),
  /** Agent: do-not-disturb covers every channel; off, what was chosen holds again. */
  'dnd:set': defineCommand<null>()('site', z.object({ on: z.boolean() })),
  /** Agent: whether the device of this page can take a call, and whether it shows offers; absent: as before. */
  'device:set': defineCommand<null>()('site', z.object({ soundReady: z.boolean(), screenUp: z.optional(z.boolean()) })),
  /** Agent: another nickname for a device of mine; numbered where another of mine is called so. */
  'media-channel:rename': defineCommand<null>()(
    'site',
    z.object({ mediaChannelId: MediaChannelId, nickname: Nickname }),
  ),
  /** Agent: I do not use this device any more; `conflict` while a page of it is connected. */
  'media-channel:remove': defineCommand<null>()('site', z.object({ mediaChannelId: MediaChannelId })),
}
