import { ok, refuse } from '@beckon/shared/protocol/reply'
import { inviteCustomer } from '../call/invite.ts'
import { take } from '../interaction/assign.ts'
import { passOn } from '../interaction/requeue.ts'
import type { Decide } from '../site-command.ts'
import { answerInWriting, obstacleOn, obstacleOnPage } from './answer-elsewhere.ts'
import { ownOffer } from './own-offer.ts'

/** A screen shows the offer: from now on a deadline that passes is a miss. */
export const showOffer: Decide<'offer:shown'> = (draft, { offerId }, { by }) => {
  const offer = ownOffer(draft.state, offerId, by, draft.now)
  if (!offer) return refuse('expired')
  if (offer.shownAt === null) draft.put('offers', { ...offer, shownAt: draft.now })
  return ok(null)
}

/** One atomic step: the offer is accepted and the interaction has its owner and a new fence [OF4, OF13, OF14]. */
export const acceptOffer: Decide<'offer:accept'> = (draft, { offerId, tabId: named, channel }, { by, tabId }) => {
  const { state } = draft
  const offer = ownOffer(state, offerId, by, draft.now)
  const interaction = offer && state.interactions.get(offer.interactionId)
  if (!offer || !interaction) return refuse('expired')
  const { agentId } = offer
  const customer = state.customerOf(interaction)
  const other = channel === interaction.channel ? undefined : channel
  const obstacle = other && obstacleOn(state, interaction, agentId, other)
  const inTheWay = obstacle ?? (named && obstacleOnPage(state, agentId, named))
  if (inTheWay !== undefined) return refuse(inTheWay)
  draft.put('offers', { ...offer, status: 'accepted', endedAt: draft.now })
  const assigned =
    other === 'chat' ? answerInWriting(draft, interaction, agentId) : take(draft, interaction, agentId, named ?? tabId)
  const taken = { interactionId: assigned.id, fence: assigned.fence }
  if (other !== 'voice' || !customer) return ok(taken)
  return ok({ ...taken, call: inviteCustomer(draft, assigned, customer, agentId).interactionId })
}

/** The offer moves on; presence stays as it is [OF5]. */
export const declineOffer: Decide<'offer:decline'> = (draft, { offerId, reason }, { by }) => {
  const offer = ownOffer(draft.state, offerId, by, draft.now)
  if (!offer) return refuse('expired')
  if (!draft.state.isChoice('decline-reason', reason)) return refuse('invalid')
  passOn(draft, offer, 'declined', reason)
  return ok(null)
}
