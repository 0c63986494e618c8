import type { StreamId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type { SiteState } from '../site-state.ts'

/** Whether this is the conversation of an exchange that `who` and somebody of the other side are in now. */
export function talksIn(state: SiteState, who: Principal, streamId: StreamId): boolean {
  const own = who.kind === 'customer' ? state.interactionsOf(who.customerId) : state.ownedBy(who.agentId)
  return own.some((row) => row.conversationId === streamId && row.status === 'assigned')
}
