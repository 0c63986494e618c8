import type { MediaKind } from '@beckon/shared/model/channel'
import type { AgentId, MediaChannelId } from '@beckon/shared/model/ids'
import type { PresenceRow } from '../rows.ts'

/** A media channel of which nothing else is said: not chosen yet, on no device. */
export const newPresence = (
  id: string,
  agentId: AgentId,
  channel: MediaKind,
  own: Partial<PresenceRow> & Pick<PresenceRow, 'since'>,
): PresenceRow => ({
  deviceId: null,
  nickname: null,
  intent: 'unavailable',
  reason: null,
  missedId: null,
  lastAssignedAt: 0,
  leftAt: null,
  removedAt: null,
  ...own,
  id: id as MediaChannelId,
  agentId,
  channel,
})
