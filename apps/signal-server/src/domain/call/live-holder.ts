import type { AgentId, CustomerId, TabId } from '@beckon/shared/model/ids'
import type { SiteState } from '../site-state.ts'

/** The tab that holds a side of a call; one that is gone, or has become somebody else's, holds nothing [VO3]. */
export function liveHolder(
  { tabs }: SiteState,
  tabId: TabId | null,
  person: AgentId | CustomerId | null,
): TabId | null {
  const tab = tabId === null ? undefined : tabs.get(tabId)
  return tab && (tab.agentId ?? tab.customerId) === person ? tab.id : null
}
