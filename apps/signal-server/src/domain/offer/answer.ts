import { ok, refuse } from '@beckon/shared/protocol/reply'
import { take } from '../interaction/assign.ts'
import { passOn } from '../interaction/requeue.ts'
import type { Decide } from '../site-command.ts'
import { ownOffer } from './own-offer.ts'

/** A screen shows the offer: from now on a deadline that passes is a miss. */
export const showOffer: Decide<'offer:shown'> = (draft, { offerId }, { by }) => {
  const offer = ownOffer(draft.state, offerId, by, draft.now)
  if (!offer) return refuse('expired')
  if (offer.shownAt === null) draft.put('offers', { ...offer, shownAt: draft.now })
  return ok(null)
}

/** One atomic step: the offer is accepted and the interaction has its owner and a new fence [OF4]. */
export const acceptOffer: Decide<'offer:accept'> = (draft, { offerId }, { by, tabId }) => {
  const offer = ownOffer(draft.state, offerId, by, draft.now)
  const interaction = offer && draft.state.interactions.get(offer.interactionId)
  if (!offer || !interaction) return refuse('expired')
  draft.put('offers', { ...offer, status: 'accepted', endedAt: draft.now })
  const assigned = take(draft, interaction, offer.agentId, tabId)
  return ok({ interactionId: assigned.id, fence: assigned.fence })
}

/** The offer moves on; presence stays as it is [OF5]. */
export const declineOffer: Decide<'offer:decline'> = (draft, { offerId, reason }, { by }) => {
  const offer = ownOffer(draft.state, offerId, by, draft.now)
  if (!offer) return refuse('expired')
  if (!draft.state.isChoice('decline-reason', reason)) return refuse('invalid')
  passOn(draft, offer, 'declined', reason)
  return ok(null)
}
