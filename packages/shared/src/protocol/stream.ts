import * as z from 'zod/mini'
import type { Entry } from '../model/entry.ts'
import { StreamId } from '../model/ids.ts'
import { defineCommand } from './define-command.ts'

export const streamCommands = {
  /** Anyone of the stream's audience: the entries after `after`, at most 200; ask again while `entries` ends below `head`. */
  'stream:sync': defineCommand<{ entries: Entry[]; head: number }>()(
    'read',
    z.object({ streamId: StreamId, after: z.int().check(z.nonnegative()) }),
  ),
}
