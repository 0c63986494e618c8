import type { Role } from '../model/agent-view.ts'
import { channels, type MediaKind } from '../model/channel.ts'

/** The media channels of somebody by their roles: who serves customers every way to talk, an expert one for colleagues. */
export function mediaChannelsOf(roles: readonly Role[]): MediaKind[] {
  const serves = roles.some((role) => role === 'agent' || role === 'supervisor')
  return [...(serves ? channels : []), ...(roles.includes('expert') ? (['expert'] as const) : [])]
}

/** Slots of somebody of whom nothing else is said. */
export const usualCapacity = { chat: 4, voice: 1, expert: 1 } as const satisfies Record<MediaKind, number>
