import { ok, refuse } from '@beckon/shared/protocol/reply'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { noPreference } from '../interaction/new-interaction.ts'
import { ownInteraction } from '../interaction/own-interaction.ts'
import type { InteractionRow } from '../rows.ts'
import type { Decide } from '../site-command.ts'

/** Back into the workbin, others first; or put off, and then for the same agent first [TA5]. */
export const parkTask: Decide<'task:park'> = (draft, { interactionId, fence, until }, { by }) => {
  const row = ownInteraction(draft.state, interactionId, by)
  if (!row || row.task === null || row.ownerId === null) return refuse('not-found')
  if (row.fence !== fence) return refuse('stale-fence')
  if (row.status !== 'assigned') return refuse('closed')
  if (until !== undefined && until <= draft.now) return refuse('invalid')
  const freed = { ...row, ownerId: null, fence: row.fence + 1 }
  const passedBy = { ...row.passedBy, [row.ownerId]: draft.now + waits.askAgain }
  draft.put(
    'interactions',
    until === undefined
      ? { ...freed, status: 'queued', passedBy, ...noPreference }
      : { ...freed, status: 'parked', parkedUntil: until, preferredAgentId: row.ownerId, preferredAs: 'same-agent' },
  )
  return ok(null)
}

/** It waits again, at its old place. */
export const comeBack = (draft: Draft, row: InteractionRow): void =>
  draft.put('interactions', { ...row, status: 'queued', parkedUntil: null })
