import type { AgentView, MediaChannelView } from '@beckon/shared/model/agent-view'
import type { OverallPresence } from '@beckon/shared/model/presence'
import { create } from 'zustand'

interface PresenceState {
  /** False until the first view. */
  known: boolean
  overall: OverallPresence
  channels: MediaChannelView[]
  dndSince: number | null
  /** Why the agent will be unavailable once the work in hand is done. */
  nextReason: string | null
  /** Since when the overall presence can have held, epoch milliseconds. */
  since: number
}

const unknown: PresenceState = {
  known: false,
  overall: 'offline',
  channels: [],
  dndSince: null,
  nextReason: null,
  since: 0,
}
export const usePresence = create<PresenceState>()(() => unknown)
export const clearPresence = () => usePresence.setState(unknown)

/** The newest change that can have led to the overall presence; made from the view alone, so that two tabs agree. */
export function presenceSince({
  overall,
  channels,
  work,
  dndSince,
}: Pick<AgentView, 'overall' | 'channels' | 'work' | 'dndSince'>): number {
  if (overall === 'dnd' && dndSince !== null) return dndSince
  const chosen = channels.map((channel) => channel.since)
  const taken = overall === 'busy' ? work.map((item) => item.answeredAt) : []
  return Math.max(0, ...chosen, ...taken)
}
