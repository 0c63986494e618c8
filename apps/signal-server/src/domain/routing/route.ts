import type { OfferId } from '@beckon/shared/model/ids'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { takeUpNext } from '../presence/next.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { take } from '../interaction/assign.ts'
import { type Match, matches } from './match.ts'

/** Offers what waits to who is free, in the order of the queue. Runs once after every batch of commands. */
export function route(draft: Draft): void {
  takeUpNext(draft)
  for (const match of matches(draft.state, draft.now)) give(draft, match)
}

const ringsFor = ({ rules }: SiteState, { queue, channel }: InteractionRow): number =>
  rules.queue(queue).offerMs[channel] ?? waits.offer[channel]

/** The agent is asked; where the queue says so, they have it at once [OF11]. */
export function give(draft: Draft, { interaction, seat, why, explained }: Match): void {
  const id = draft.ids.uuid() as OfferId
  const auto = draft.state.rules.queue(interaction.queue).answer === 'auto'
  draft.put('offers', {
    id,
    interactionId: interaction.id,
    agentId: seat.agentId,
    channel: interaction.channel,
    status: auto ? 'accepted' : 'pending',
    madeAt: draft.now,
    expiresAt: draft.now + ringsFor(draft.state, interaction),
    shownAt: null,
    why,
    explained,
    reason: null,
    endedAt: auto ? draft.now : null,
  })
  if (auto) take(draft, interaction, seat.agentId, null)
  else draft.put('interactions', { ...interaction, status: 'offered', offerId: id })
}
