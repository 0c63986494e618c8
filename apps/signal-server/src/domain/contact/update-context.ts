import { ok, refuse } from '@beckon/shared/protocol/reply'
import { ownInteraction } from '../interaction/own-interaction.ts'
import type { Decide } from '../site-command.ts'
import { mergeItems } from './merge-items.ts'
import { bagColumns } from './request.ts'

/** What the page says now replaces what it said before; the next page knows nothing of what only this one said. */
export const updateContext: Decide<'context:update'> = (draft, { interactionId, bag }, { by }) => {
  const interaction = ownInteraction(draft.state, interactionId, by)
  const session = interaction && draft.state.dataSessionOf(interaction)
  if (!interaction || !session) return refuse('not-found')
  if (interaction.status === 'wrap-up') return refuse('closed')
  if (session.expiresAt <= draft.now) return refuse('expired')
  draft.put('dataSessions', { ...session, ...bagColumns(bag), items: mergeItems(session.items, bag.items) })
  return ok(null)
}
