import type { AgentView, MediaChannelView } from '@beckon/shared/model/agent-view'
import type { OverallPresence } from '@beckon/shared/model/presence'
import { create } from 'zustand'

interface PresenceState {
  /** False until the first view. */
  known: boolean
  overall: OverallPresence
  channels: MediaChannelView[]
  /** Since when the overall presence can have held, epoch milliseconds. */
  since: number
}

const unknown: PresenceState = { known: false, overall: 'offline', channels: [], since: 0 }
export const usePresence = create<PresenceState>()(() => unknown)
export const clearPresence = () => usePresence.setState(unknown)

/** The newest change that can have led to the overall presence; made from the view alone, so that two tabs agree. */
export function presenceSince({ overall, channels, work }: Pick<AgentView, 'overall' | 'channels' | 'work'>): number {
  const chosen = channels.map((channel) => channel.since)
  const taken = overall === 'busy' ? work.map((item) => item.answeredAt) : []
  return Math.max(0, ...chosen, ...taken)
}
