import * as z from 'zod/mini'
import { Channel } from '../model/channel.ts'
import { defineCommand } from './define-command.ts'

export const presenceCommands = {
  /** Agent: what I choose on one media channel; `reason` is mine to word. */
  'presence:set': defineCommand<null>()(
    'site',
    z.object({
      channel: Channel,
      intent: z.enum(['available', 'unavailable']),
      reason: z.optional(z.string().check(z.maxLength(64))),
    }),
  ),
}
