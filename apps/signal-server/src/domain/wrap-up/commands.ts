import { ok, refuse } from '@beckon/shared/protocol/reply'
import { waits } from '../defaults.ts'
import { close, finish } from '../interaction/end-exchange.ts'
import { ownInteraction } from '../interaction/own-interaction.ts'
import type { InteractionRow } from '../rows.ts'
import type { Decide } from '../site-command.ts'

/** The owner ends the exchange; an invitation nobody answered is simply withdrawn. */
export const endInteraction: Decide<'interaction:end'> = (draft, { interactionId, fence }, { by }) => {
  const interaction = ownInteraction(draft.state, interactionId, by)
  if (!interaction) return refuse('not-found')
  if (interaction.fence !== fence) return refuse('stale-fence')
  if (interaction.status !== 'assigned') return refuse('closed')
  finish(draft, interaction, 'ended-by-agent')
  return ok(null)
}

export const completeWrapUp: Decide<'wrap-up:complete'> = (draft, { interactionId, fence, disposition }, { by }) => {
  const interaction = ownInteraction(draft.state, interactionId, by)
  if (!interaction) return refuse('not-found')
  if (interaction.fence !== fence) return refuse('stale-fence')
  if (interaction.status !== 'wrap-up') return refuse('conflict')
  if (!draft.state.isChoice('disposition', disposition)) return refuse('invalid')
  close(draft, interaction, disposition)
  return ok(null)
}

/** How far a wrap-up can be extended [WU4]. */
export const wrapUpLatest = ({ endedAt, enqueuedAt }: InteractionRow): number =>
  (endedAt ?? enqueuedAt) + waits.wrapUpMost

/** A minute more, up to five from the end of the exchange. */
export const extendWrapUp: Decide<'wrap-up:extend'> = (draft, { interactionId, fence }, { by }) => {
  const interaction = ownInteraction(draft.state, interactionId, by)
  if (!interaction) return refuse('not-found')
  if (interaction.fence !== fence) return refuse('stale-fence')
  if (interaction.status !== 'wrap-up' || interaction.wrapUpUntil === null) return refuse('conflict')
  const wrapUpUntil = Math.min(interaction.wrapUpUntil + waits.wrapUpExtension, wrapUpLatest(interaction))
  draft.put('interactions', { ...interaction, wrapUpUntil })
  return ok({ wrapUpUntil })
}
