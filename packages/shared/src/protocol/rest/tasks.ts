import * as z from 'zod/mini'
import { NewTask } from '../task.ts'

/** `POST /api/v1/tasks`. */
export const NewTaskRequest = z
  .extend(NewTask, {
    /** The site's own id of the customer it is about, one who has been here. */
    customer: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  })
  .register(z.globalRegistry, {
    examples: [{ subject: 'baggage', text: 'Ask the airport for the bag with tag BS 4471.', dueAt: 1_800_000_000_000 }],
  })

export const MadeTask = z.object({ interactionId: z.string() })
export type MadeTask = z.infer<typeof MadeTask>
