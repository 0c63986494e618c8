import * as z from 'zod/mini'
import { InteractionId } from '../model/ids.ts'
import { Key } from './contact.ts'
import { defineCommand } from './define-command.ts'

const fence = z.int().check(z.positive())

export const wrapUpCommands = {
  /** Owner: the exchange is over; wrap-up begins. `stale-fence` when the owner changed since. */
  'interaction:end': defineCommand<null>()('site', z.object({ interactionId: InteractionId, fence })),
  /** Owner: classify and close. */
  'wrap-up:complete': defineCommand<null>()(
    'site',
    z.object({ interactionId: InteractionId, fence, disposition: Key }),
  ),
  /** Owner: 60 s more, up to 300 s in all. */
  'wrap-up:extend': defineCommand<{ wrapUpUntil: number }>()('site', z.object({ interactionId: InteractionId, fence })),
}
