import type { CallView } from '@beckon/shared/model/call-view'
import type { InteractionId } from '@beckon/shared/model/ids'
import { liveHolder } from '../call/live-holder.ts'
import type { SiteState } from '../site-state.ts'

/** The live call of an interaction; both ends see the same. A tab that is gone holds nothing [VO3]. */
export function callView(state: SiteState, interactionId: InteractionId): CallView | null {
  const call = state.callOf(interactionId)
  const interaction = state.interactions.get(interactionId)
  if (!call || !interaction || call.state === 'ended') return null
  const { id, epoch, streamId, connectedAt } = call
  const agentTabId = liveHolder(state, call.agentTabId, interaction.ownerId)
  const customerTabId = liveHolder(state, call.customerTabId, interaction.customerId)
  return { id, epoch, state: call.state, streamId, agentTabId, customerTabId, connectedAt }
}
