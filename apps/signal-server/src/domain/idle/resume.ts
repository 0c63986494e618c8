import { ok } from '@beckon/shared/protocol/reply'
import type { Decide } from '../site-command.ts'
import { breakSilence } from './age-silence.ts'

/** The customer of a chat that took no slot any more has written: it takes one again, even beyond capacity [SI1]. */
export const resumeChat: Decide<'chat:resume'> = (draft, { interactionId }) => {
  const row = draft.state.interactions.get(interactionId)
  if (row?.status === 'assigned' && row.silence !== 'short') breakSilence(draft, row, draft.now)
  return ok(null)
}
