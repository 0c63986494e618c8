import { type ContactChannel, contactChannels } from '@beckon/shared/model/channel'
import type { AgentId, TabId } from '@beckon/shared/model/ids'
import type { ErrorCode } from '@beckon/shared/protocol/reply'
import { openOn } from '../contact/request.ts'
import type { Draft } from '../draft.ts'
import { assign } from '../interaction/assign.ts'
import { endCall } from '../interaction/end-exchange.ts'
import { capacityOf, hasSound, used } from '../routing/load.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** What keeps an agent from answering a contact on another of their channels; undefined: nothing does [OF14]. */
export function obstacleOn(
  state: SiteState,
  { queue, customerId }: InteractionRow,
  agentId: AgentId,
  channel: ContactChannel,
): ErrorCode | undefined {
  const agent = state.agents.get(agentId)
  if (customerId === null) return 'not-offered'
  if (!agent || !state.hasChannel(agentId, channel)) return 'not-found'
  if (!state.rules.queue(queue).channels.includes(channel)) return 'not-offered'
  if (openOn(state, customerId, channel)) return 'already-open'
  if (used(state, agentId, channel) >= capacityOf(agent, channel)) return 'busy'
  return hasSound(channel, state.tabsOf(agentId)) ? undefined : 'not-free'
}

/** On which other channels the agent could answer it now. */
export const answerableOn = (state: SiteState, row: InteractionRow, agentId: AgentId): ContactChannel[] =>
  contactChannels.filter((channel) => channel !== row.channel && obstacleOn(state, row, agentId, channel) === undefined)

/** A call can be taken on any page of one's own that has a device for it [OF13]. */
export function obstacleOnPage({ tabs }: SiteState, agentId: AgentId, tabId: TabId): ErrorCode | undefined {
  const tab = tabs.get(tabId)
  if (tab?.agentId !== agentId) return 'not-found'
  return tab.soundReady ? undefined : 'not-free'
}

/** A call that nobody has taken yet becomes a chat; the customer is told. */
export function answerInWriting(draft: Draft, row: InteractionRow, agentId: AgentId): InteractionRow {
  endCall(draft, row)
  return assign(draft, { ...row, channel: 'chat' }, agentId, 'voice')
}
