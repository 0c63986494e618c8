import type { AgentId, MediaChannelId } from '@beckon/shared/model/ids'
import type { Draft } from '../draft.ts'
import { choose } from './choose.ts'

/** The channel of a device that has nothing but a keyboard. */
const defaultChannel = 'chat'

/** Who begins to work does so on every channel that is bound to no device. */
export function beginWork(draft: Draft, agentId: AgentId): void {
  for (const { id, channel } of draft.state.presencesOf(agentId)) if (channel !== 'voice') beginOn(draft, id)
}

/** In its state since now: what was chosen the last time, unless the site says [PR18, PR26]. */
export function beginOn(draft: Draft, id: MediaChannelId): void {
  const known = draft.state.presences.get(id)
  if (!known) return
  const presence = { ...known, since: draft.now }
  draft.put('presences', presence)
  const { signIn } = draft.state.rules.settings
  if (signIn === undefined) return
  const on = signIn === 'all' || (signIn === 'default' && presence.channel === defaultChannel)
  choose(draft, presence, on ? 'available' : 'unavailable', null)
}
