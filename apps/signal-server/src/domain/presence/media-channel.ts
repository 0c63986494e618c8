import type { MediaChannelId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { agentIdOf } from '../interaction/own-interaction.ts'
import { pagesOf } from '../routing/load.ts'
import type { PresenceRow } from '../rows.ts'
import type { Decide } from '../site-command.ts'
import type { SiteState } from '../site-state.ts'
import { nicknameAmong } from './nickname-among.ts'

/** The voice of one of the asker's devices: nothing else has a nickname, or goes [PR28]. */
function ownDevice(state: SiteState, by: Principal | null, id: MediaChannelId): PresenceRow | undefined {
  const presence = state.presences.get(id)
  return presence && presence.agentId === agentIdOf(by) && presence.channel === 'voice' ? presence : undefined
}

export const renameMediaChannel: Decide<'media-channel:rename'> = (draft, { mediaChannelId, nickname }, { by }) => {
  const { state } = draft
  const presence = ownDevice(state, by, mediaChannelId)
  if (!presence) return refuse('not-found')
  const others = state.presencesOn(presence.agentId, 'voice').filter(({ id }) => id !== presence.id)
  const given = nicknameAmong(
    others.map((other) => other.nickname),
    nickname,
  )
  if (given !== presence.nickname) draft.put('presences', { ...presence, nickname: given })
  return ok(null)
}

export const removeMediaChannel: Decide<'media-channel:remove'> = (draft, { mediaChannelId }, { by }) => {
  const { state } = draft
  const presence = ownDevice(state, by, mediaChannelId)
  if (!presence) return refuse('not-found')
  // Somebody who has gone from everywhere still has one to come back to.
  const isLast = state.presencesOn(presence.agentId, 'voice').length === 1
  if (isLast || pagesOf(presence, state.tabsOf(presence.agentId)).length > 0) return refuse('conflict')
  draft.put('presences', { ...presence, removedAt: draft.now })
  return ok(null)
}
