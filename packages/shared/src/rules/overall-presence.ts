import type { ChannelPresence, OverallPresence } from '../model/presence.ts'

export interface PresenceFacts {
  /** At least one live tab. */
  live: boolean
  dnd: boolean
  channels: readonly { presence: ChannelPresence; used: number; capacity: number }[]
}

/** The first that holds: offline, dnd, unavailable, busy, ready, partial (DESIGN: Names). */
export function overallPresence({ live, dnd, channels }: PresenceFacts): OverallPresence {
  if (!live) return 'offline'
  if (dnd) return 'dnd'
  const chosen = channels.filter((c) => c.presence === 'available' || c.presence === 'wrap-up')
  if (chosen.length === 0) return 'unavailable'
  if (chosen.every((c) => c.presence === 'wrap-up' || c.used >= c.capacity)) return 'busy'
  return channels.every((c) => c.presence === 'available') ? 'ready' : 'partial'
}
