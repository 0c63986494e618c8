import type { CallView } from '@beckon/shared/model/call-view'
import type { InteractionId } from '@beckon/shared/model/ids'
import type { SiteState } from '../site-state.ts'

/** The live call of an interaction; both ends see the same. */
export function callView(state: SiteState, interactionId: InteractionId): CallView | null {
  const call = state.callOf(interactionId)
  if (!call || call.state === 'ended') return null
  const { id, epoch, streamId, agentTabId, customerTabId, connectedAt } = call
  return { id, epoch, state: call.state, streamId, agentTabId, customerTabId, connectedAt }
}
