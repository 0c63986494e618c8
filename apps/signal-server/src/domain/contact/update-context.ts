import { ok, refuse } from '@beckon/shared/protocol/reply'
import { ownInteraction } from '../interaction/own-interaction.ts'
import type { Decide } from '../site-command.ts'
import { bagColumns } from './request.ts'

/** What the page learnt since the contact began replaces what it said before. */
export const updateContext: Decide<'context:update'> = (draft, { interactionId, bag }, { by }) => {
  const interaction = ownInteraction(draft.state, interactionId, by)
  const session = interaction && draft.state.dataSessions.get(interaction.dataSessionId)
  if (!interaction || !session) return refuse('not-found')
  if (interaction.status === 'wrap-up') return refuse('closed')
  if (session.expiresAt <= draft.now) return refuse('expired')
  draft.put('dataSessions', { ...session, ...bagColumns(bag) })
  return ok(null)
}
