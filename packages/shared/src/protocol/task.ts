import * as z from 'zod/mini'
import { InteractionId } from '../model/ids.ts'
import { Instant } from '../model/instant.ts'
import { Key } from './contact.ts'
import { defineCommand } from './define-command.ts'

/** What is to be done, when and about what. */
export const NewTask = z.object({
  /** Unknown subjects fall to the site's default. */
  subject: z.optional(Key),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000)),
  /** Epoch milliseconds: from then on it ranks as one whose agreement was missed. */
  dueAt: z.optional(Instant),
})
export type NewTask = z.infer<typeof NewTask>

export const taskCommands = {
  /** Staff: work to be done later. `not-offered` where no queue of the site takes tasks. */
  'task:create': defineCommand<{ interactionId: InteractionId }>()(
    'site',
    z.extend(NewTask, {
      /** A contact of the asker's own that it comes of: its customer and subject are the task's. */
      parentId: z.optional(InteractionId),
    }),
  ),
  /** Owner: put back into the workbin, for anybody; or put off until an instant, and then for the asker first. */
  'task:park': defineCommand<null>()(
    'site',
    z.object({ interactionId: InteractionId, fence: z.int().check(z.positive()), until: z.optional(Instant) }),
  ),
}
