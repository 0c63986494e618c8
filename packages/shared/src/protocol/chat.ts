import * as z from 'zod/mini'
import { StreamId } from '../model/ids.ts'
import { defineCommand } from './define-command.ts'
import { limits } from './version.ts'

/** Where an entry landed: its number in the stream and its time, epoch milliseconds. */
export interface Appended {
  seq: number
  at: number
}

/** Which of the two sides of a conversation. */
export type Side = 'customer' | 'agent'

/** The other side is writing; it is over with their message, or when nothing of it was heard for `typingShownMs`. */
export interface Typing {
  streamId: StreamId
  by: Side
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
  /** Customer or owner: everything up to this number has been before their eyes. Becomes an entry `read`. */
  'stream:mark-read': defineCommand<Appended>()(
    'log',
    z.object({ streamId: StreamId, upTo: z.int().check(z.positive()) }),
  ),
  /** Customer or owner: is writing in a conversation now. */
  'typing:start': defineCommand<null>()('hint', z.object({ streamId: StreamId })),
}
