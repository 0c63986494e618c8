import { ok, refuse } from '@beckon/shared/protocol/reply'
import { agentIdOf } from '../interaction/own-interaction.ts'
import { passOn } from '../interaction/requeue.ts'
import type { Decide } from '../site-command.ts'

/** What an agent chooses on one media channel; making it unavailable takes back what rings there [PR2]. */
export const setPresence: Decide<'presence:set'> = (draft, { channel, intent, reason }, { by }) => {
  const agentId = agentIdOf(by)
  const presence = agentId && draft.state.presenceOf(agentId, channel)
  if (!presence) return refuse('not-found')
  if (presence.intent === intent && presence.reason === (reason ?? null)) return ok(null)
  const since = presence.intent === intent ? presence.since : draft.now
  draft.put('presences', { ...presence, intent, reason: reason ?? null, since })
  if (intent === 'unavailable') {
    for (const offer of draft.state.offersTo(presence.agentId)) {
      if (offer.channel === channel) passOn(draft, offer, 'rescinded', 'unavailable')
    }
  }
  return ok(null)
}
