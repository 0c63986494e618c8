import type { AgentId } from '@beckon/shared/model/ids'
import type { Draft } from '../draft.ts'
import { choose } from './choose.ts'

/** The channel of a device that has nothing but a keyboard. */
const defaultChannel = 'chat'

/** Who begins to work has been in each state since now, on what they chose the last time unless the site says [PR18]. */
export function beginWork(draft: Draft, agentId: AgentId): void {
  const { signIn } = draft.state.rules.settings
  for (const presence of draft.state.presencesOf(agentId)) {
    draft.put('presences', { ...presence, since: draft.now })
  }
  if (signIn === undefined) return
  for (const presence of draft.state.presencesOf(agentId)) {
    const on = signIn === 'all' || (signIn === 'default' && presence.channel === defaultChannel)
    choose(draft, presence, on ? 'available' : 'unavailable', null)
  }
}
