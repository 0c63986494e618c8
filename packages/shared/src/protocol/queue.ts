import * as z from 'zod/mini'
import { InteractionId } from '../model/ids.ts'
import { defineCommand } from './define-command.ts'

export const queueCommands = {
  /** Agent: take a waiting contact out of a visible queue. `taken` when somebody was first, `not-free` without a slot. */
  'queue:pick': defineCommand<{ interactionId: InteractionId; fence: number }>()(
    'site',
    z.object({ interactionId: InteractionId }),
  ),
}
