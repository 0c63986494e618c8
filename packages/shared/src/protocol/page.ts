import * as z from 'zod/mini'
import { CommandId, StreamId } from '../model/ids.ts'
import type { Appended } from './chat.ts'
import { defineCommand } from './define-command.ts'

export const pageCommands = {
  /** Owner: show the customer a page of the site's allow-list; `page-not-allowed` otherwise. */
  'page:push': defineCommand<Appended>()(
    'log',
    z.object({
      streamId: StreamId,
      url: z.string().check(z.maxLength(2_000)),
      title: z.string().check(z.trim(), z.maxLength(200)),
    }),
  ),
  /** Customer: what I did with the page whose entry id is `pushId`. */
  'page:answer': defineCommand<Appended>()(
    'log',
    z.object({ streamId: StreamId, pushId: CommandId, outcome: z.enum(['opened', 'dismissed']) }),
  ),
}
