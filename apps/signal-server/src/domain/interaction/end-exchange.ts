import type { CloseCause } from '@beckon/shared/model/entry'
import { keepPace } from '../queue/pace.ts'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { tellCustomer } from './tell-customer.ts'

/** One side or the clock ends what is assigned; an invitation nobody took up leaves nothing to wrap up [VO6]. */
export function finish(draft: Draft, interaction: InteractionRow, cause: CloseCause): void {
  if (isInvitation(draft.state, interaction)) closeAtOnce(draft, interaction, cause)
  else endExchange(draft, interaction, cause)
}

/** The agent asked the customer to talk and has no answer yet. */
export const isInvitation = (state: SiteState, interaction: InteractionRow): boolean =>
  state.callOf(interaction.id)?.state === 'invited'

/** The exchange with the customer is over: the conversation closes, the owner wraps up. */
function endExchange(draft: Draft, interaction: InteractionRow, cause: CloseCause): void {
  endCall(draft, interaction)
  tellCustomer(draft, interaction, { kind: 'ended', cause })
  draft.closeStream(interaction.conversationId)
  draft.put('interactions', {
    ...interaction,
    status: 'wrap-up',
    cause,
    endedAt: draft.now,
    silentSince: null,
    wrapUpUntil: draft.now + waits.wrapUp[interaction.channel],
  })
}

/** Nobody has anything left to do with it. */
export function close(draft: Draft, interaction: InteractionRow, disposition: string | null): void {
  draft.say(interaction.deskId, { kind: 'wrapped-up', disposition })
  draft.closeStream(interaction.deskId)
  keepPace(draft, interaction)
  draft.put('interactions', { ...interaction, status: 'closed', wrapUpUntil: null, closedAt: draft.now, disposition })
}

/** Over without an exchange to wrap up: left in the queue, or an invitation that came to nothing. */
export function closeAtOnce(draft: Draft, interaction: InteractionRow, cause: CloseCause): void {
  endCall(draft, interaction)
  const offer = interaction.offerId === null ? undefined : draft.state.offers.get(interaction.offerId)
  if (offer) draft.put('offers', { ...offer, status: 'cancelled', endedAt: draft.now })
  tellCustomer(draft, interaction, { kind: 'ended', cause })
  draft.closeStream(interaction.conversationId)
  draft.closeStream(interaction.deskId)
  draft.put('interactions', {
    ...interaction,
    status: 'closed',
    cause,
    offerId: null,
    endedAt: draft.now,
    closedAt: draft.now,
  })
}

/** Ends the live call of an interaction, if there is one; says how long it was once it had begun. */
export function endCall(draft: Draft, interaction: InteractionRow): void {
  const call = draft.state.callOf(interaction.id)
  if (!call) return
  draft.put('calls', { ...call, state: 'ended', endedAt: draft.now })
  draft.closeStream(call.streamId)
  if (call.connectedAt !== null) {
    draft.say(interaction.conversationId, { kind: 'call-ended', durationMs: Math.max(0, draft.now - call.connectedAt) })
  }
}
