import { ok, refuse } from '@beckon/shared/protocol/reply'
import { agentIdOf } from '../interaction/own-interaction.ts'
import { isAtHand } from '../routing/load.ts'
import type { Decide } from '../site-command.ts'
import { choose } from './choose.ts'

/** What an agent chooses on one media channel, on all of a kind, or on all of theirs [PR2]. */
export const setPresence: Decide<'presence:set'> = (draft, { channel, mediaChannelId, intent, reason }, { by }) => {
  const agentId = agentIdOf(by)
  const presences = agentId ? draft.state.presencesOf(agentId) : []
  const named = presences.filter(
    (row) =>
      (channel === undefined || row.channel === channel) && (mediaChannelId === undefined || row.id === mediaChannelId),
  )
  const chosen = mediaChannelId === undefined ? named.filter((row) => isAtHand(draft.state, row)) : named
  if (chosen.length === 0) return refuse('not-found')
  if (reason !== undefined && !draft.state.isChoice('presence-reason', reason)) return refuse('invalid')
  for (const presence of chosen) choose(draft, presence, intent, intent === 'unavailable' ? (reason ?? null) : null)
  return ok(null)
}
