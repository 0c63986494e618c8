import * as z from 'zod/mini'
import { StreamId } from '../model/ids.ts'
import { defineCommand } from './define-command.ts'
import { limits } from './version.ts'

/** Where an entry landed: its number in the stream and its time, epoch milliseconds. */
export interface Appended {
  seq: number
  at: number
}

export const chatCommands = {
  /** Customer or owner: one message in a conversation. The command's id becomes the entry's id. */
  'message:send': defineCommand<Appended>()(
    'log',
    z.object({
      streamId: StreamId,
      text: z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.messageChars)),
    }),
  ),
  /** Owner: a private note in a desk stream. */
  'note:add': defineCommand<Appended>()(
    'log',
    z.object({ streamId: StreamId, text: z.string().check(z.trim(), z.minLength(1), z.maxLength(limits.noteChars)) }),
  ),
}
