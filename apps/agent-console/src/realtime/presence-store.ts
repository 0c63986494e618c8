import type { AgentView, MediaChannelView } from '@beckon/shared/model/agent-view'
import type { OverallPresence } from '@beckon/shared/model/presence'
import { create } from 'zustand'
import { thisDevice } from './this-device.ts'

interface PresenceState {
  /** False until the first view. */
  known: boolean
  overall: OverallPresence
  /** Those by which something can come now: of voices the ones whose device is connected, this one first. */
  channels: MediaChannelView[]
  /** The voices of all devices that are remembered, in the same order. */
  devices: MediaChannelView[]
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
  devices: [],
  dndSince: null,
  nextReason: null,
  since: 0,
}
export const usePresence = create<PresenceState>()(() => unknown)

export const isHere = ({ deviceId }: Pick<MediaChannelView, 'deviceId'>): boolean => deviceId === thisDevice

/** The agent's media channels as this device shows them. */
export function mediaChannels(all: readonly MediaChannelView[]): Pick<PresenceState, 'channels' | 'devices'> {
  const hereFirst = [...all.filter(isHere), ...all.filter((channel) => !isHere(channel))]
  const devices = hereFirst.filter(({ channel }) => channel === 'voice')
  const there = devices.filter(({ presence }) => presence !== 'offline')
  const others = all.filter(({ channel }) => channel !== 'voice')
  const at = Math.max(
    0,
    all.findIndex(({ channel }) => channel === 'voice'),
  )
  const channels = [...others.slice(0, at), ...there, ...others.slice(at)]
  return { channels, devices }
}

/** The voice of this device; undefined for somebody who has none. */
export const useVoiceHere = (): MediaChannelView | undefined => usePresence((s) => s.devices.find(isHere))

export const clearPresence = () => usePresence.setState(unknown)

/** The newest change that can have led to the overall presence; made from the view alone, so that two tabs agree. */
export function presenceSince({
  overall,
  channels,
  work,
  dndSince,
}: Pick<AgentView, 'overall' | 'channels' | 'work' | 'dndSince'>): number {
  if (overall === 'dnd' && dndSince !== null) return dndSince
  const chosen = channels.filter(({ presence }) => presence !== 'offline').map((channel) => channel.since)
  const taken = overall === 'busy' ? work.map((item) => item.answeredAt) : []
  return Math.max(0, ...chosen, ...taken)
}
