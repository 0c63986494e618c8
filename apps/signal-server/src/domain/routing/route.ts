import type { OfferId } from '@beckon/shared/model/ids'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { takeUpNext } from '../presence/next.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { giveAtOnce } from '../offer/give-at-once.ts'
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
  if (draft.state.rules.queue(interaction.queue).answer === 'auto') {
    giveAtOnce(draft, interaction, { seat, why, explained, tabId: null })
    return
  }
  const id = draft.ids.uuid() as OfferId
  draft.put('offers', {
    id,
    interactionId: interaction.id,
    agentId: seat.agentId,
    channel: interaction.channel,
    status: 'pending',
    madeAt: draft.now,
    expiresAt: draft.now + ringsFor(draft.state, interaction),
    shownAt: null,
    why,
    explained,
    reason: null,
    endedAt: null,
  })
  draft.put('interactions', { ...interaction, status: 'offered', offerId: id })
}
