import { ok, refuse } from '@beckon/shared/protocol/reply'
import { closeAtOnce, finish } from '../interaction/end-exchange.ts'
import { ownInteraction } from '../interaction/own-interaction.ts'
import type { Decide } from '../site-command.ts'

/** The customer leaves the queue (abandoned) or ends the exchange (the agent wraps up). */
export const endContact: Decide<'contact:end'> = (draft, { interactionId }, { by }) => {
  const interaction = ownInteraction(draft.state, interactionId, by)
  if (!interaction) return refuse('not-found')
  if (interaction.status === 'wrap-up') return refuse('closed')
  if (interaction.status === 'assigned') finish(draft, interaction, 'ended-by-customer')
  else closeAtOnce(draft, interaction, 'abandoned')
  return ok(null)
}
