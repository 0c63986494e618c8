import type { AgentId } from '@beckon/shared/model/ids'
import type { Draft } from '../draft.ts'
import { choose } from './choose.ts'

/** The channel of a device that has nothing but a keyboard. */
const defaultChannel = 'chat'

/** What the site has chosen for everybody who begins to work; nothing: what they chose the last time holds [PR18]. */
export function chooseAtSignIn(draft: Draft, agentId: AgentId): void {
  const { signIn } = draft.state.rules.settings
  if (signIn === undefined) return
  for (const presence of draft.state.presencesOf(agentId)) {
    const on = signIn === 'all' || (signIn === 'default' && presence.channel === defaultChannel)
    choose(draft, presence, on ? 'available' : 'unavailable', null)
  }
}
