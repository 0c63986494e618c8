import type { AgentId, CustomerId } from '@beckon/shared/model/ids'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import type { Draft } from '../draft.ts'
import { noteChange } from '../presence/choose.ts'
import { bringDevice, leaveDevice } from '../presence/bring-device.ts'
import { settleDevice } from '../presence/device.ts'
import type { TabRow } from '../rows.ts'
import type { Decide } from '../site-command.ts'
import { welcomeAgent, welcomeCustomer } from './welcome.ts'

/** A page connected. A person is back the moment the first of their pages is [PR4]. */
export const openTab: Decide<'tab:open'> = (
  draft,
  { tabId, nodeId, soundReady = true, screenUp = true, device = 'desktop', deviceId = null, nickname = null },
  { by },
) => {
  if (!by) return refuse('unauthenticated')
  if (by.kind === 'staff' && !draft.state.agents.has(by.agentId)) return refuse('not-found')
  const whose =
    by.kind === 'staff'
      ? { agentId: by.agentId, customerId: null, device, deviceId }
      : { agentId: null, customerId: by.customerId, device: null, deviceId: null }
  const known = draft.state.tabs.get(tabId)
  const person = by.kind === 'staff' ? by.agentId : by.customerId
  const another = known !== undefined && (known.agentId ?? known.customerId) !== person
  // Both ends of a call know each other's tab: neither may take the other's away.
  if (another && (by.kind === 'staff' || known.customerId === null)) return refuse('conflict')
  // The page signed out and is another visitor's now, or is on another device than it said.
  if (known && (another || known.deviceId !== whose.deviceId)) leave(draft, known)
  const pages = draft.state.tabsOf(person)
  const here = draft.state.tabs.get(tabId)
  if (here?.nodeId !== nodeId || here.soundReady !== soundReady || here.screenUp !== screenUp) {
    const { now: openedAt } = draft
    draft.put('tabs', { ...whose, id: tabId, nodeId, openedAt, closedAt: null, soundReady, screenUp })
  }
  if (by.kind === 'staff') {
    if (!pages.some((page) => page.deviceId === deviceId)) bringDevice(draft, by.agentId, { deviceId, nickname })
    welcomeAgent(draft, by.agentId, pages.length === 0)
    settleDevice(draft, by.agentId)
  } else welcomeCustomer(draft, by.customerId)
  return ok(null)
}

/** A page is gone, unless another node holds it by now: a move is not a departure. */
export const closeTab: Decide<'tab:close'> = (draft, { tabId, nodeId }) => {
  const tab = draft.state.tabs.get(tabId)
  if (tab?.nodeId === nodeId) leave(draft, tab)
  return ok(null)
}

/** Its people are gone since it was silent, not since somebody noticed: what is due after a loss comes no later. */
export const loseNode: Decide<'node:lost'> = (draft, { nodeId, since }) => {
  for (const tab of draft.state.tabsOn(nodeId)) leave(draft, tab, Math.min(since, draft.now))
  return ok(null)
}

function leave(draft: Draft, tab: TabRow, at: number = draft.now): void {
  draft.put('tabs', { ...tab, closedAt: at })
  if (tab.agentId) {
    leaveDevice(draft, tab, at)
    settleDevice(draft, tab.agentId)
  }
  const person: AgentId | CustomerId | null = tab.agentId ?? tab.customerId
  if (person === null || draft.state.tabsOf(person).length > 0) return
  if (tab.agentId) {
    const agent = draft.state.agents.get(tab.agentId)
    if (agent) draft.put('agents', { ...agent, lostAt: at })
    noteChange(draft, { agentId: tab.agentId, channel: null, was: 'online', became: 'offline', reason: null })
  }
  if (tab.customerId) {
    for (const row of draft.state.interactionsOf(tab.customerId)) {
      draft.put('interactions', { ...row, customerLostAt: at })
    }
  }
}
