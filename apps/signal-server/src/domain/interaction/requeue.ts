import type { AgentId } from '@beckon/shared/model/ids'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import type { InteractionRow, OfferRow, OfferStatus } from '../rows.ts'
import { endCall } from './end-exchange.ts'
import { tellCustomer } from './tell-customer.ts'

/** An offer came to nothing: the interaction keeps its place, and this agent comes last for a while. */
export function passOn(draft: Draft, offer: OfferRow, status: OfferStatus, reason: string | null): void {
  draft.put('offers', { ...offer, status, reason, endedAt: draft.now })
  const interaction = draft.state.interactions.get(offer.interactionId)
  if (!interaction) return
  draft.put('interactions', {
    ...interaction,
    status: 'queued',
    offerId: null,
    passedBy: {
      ...interaction.passedBy,
      [offer.agentId]: draft.now + (reason === 'undelivered' ? waits.askAgainUndelivered : waits.askAgain),
    },
  })
}

/** The owner is lost: the customer waits again at the old place, the same agent preferred where one is named. */
export function release(draft: Draft, interaction: InteractionRow, lost: AgentId | null): void {
  endCall(draft, interaction)
  tellCustomer(draft, interaction, { kind: 'released' })
  draft.put('interactions', {
    ...interaction,
    status: 'queued',
    ownerId: null,
    fence: interaction.fence + 1,
    preferredAgentId: lost,
    preferredAs: lost && 'same-agent',
    silentSince: null,
    silence: 'short',
  })
}
