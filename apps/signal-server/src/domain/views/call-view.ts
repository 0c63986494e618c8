import type { CallView } from '@beckon/shared/model/call-view'
import type { InteractionId, TabId } from '@beckon/shared/model/ids'
import type { SiteState } from '../site-state.ts'

/** The live call of an interaction; both ends see the same. A tab that is gone holds nothing [VO3]. */
export function callView(state: SiteState, interactionId: InteractionId): CallView | null {
  const call = state.callOf(interactionId)
  if (!call || call.state === 'ended') return null
  const { id, epoch, streamId, connectedAt } = call
  const live = (tabId: TabId | null): TabId | null => (tabId !== null && state.tabs.has(tabId) ? tabId : null)
  const [agentTabId, customerTabId] = [live(call.agentTabId), live(call.customerTabId)]
  return { id, epoch, state: call.state, streamId, agentTabId, customerTabId, connectedAt }
}
