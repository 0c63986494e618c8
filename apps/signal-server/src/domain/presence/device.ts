import type { AgentId } from '@beckon/shared/model/ids'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import type { Draft } from '../draft.ts'
import { agentIdOf } from '../interaction/own-interaction.ts'
import type { Decide } from '../site-command.ts'
import { takeBack, ringsOn } from './choose.ts'

/**
 * Whether the page that says so can take a call; with the last one that could, what rings there moves on [PR17]. And
 * whether it shows offers, before which none is made to it [PR22].
 */
export const setDevice: Decide<'device:set'> = (draft, { soundReady, screenUp: said }, { by, tabId }) => {
  const agentId = agentIdOf(by)
  const tab = tabId === null ? undefined : draft.state.tabs.get(tabId)
  if (!tab || tab.agentId === null || tab.agentId !== agentId) return refuse('not-found')
  const screenUp = said ?? tab.screenUp
  if (tab.soundReady === soundReady && tab.screenUp === screenUp) return ok(null)
  draft.put('tabs', { ...tab, soundReady, screenUp })
  settleDevice(draft, agentId)
  return ok(null)
}

/** An agent who is there and whose last device that calls ring on is not any more cannot answer them. */
export function settleDevice(draft: Draft, agentId: AgentId): void {
  const { state } = draft
  if (state.tabsOf(agentId).length > 0 && !ringsOn(state, agentId, 'voice')) takeBack(draft, agentId, 'voice')
}
