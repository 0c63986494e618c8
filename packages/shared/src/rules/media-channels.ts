import type { Role } from '../model/agent-view.ts'
import { type MediaKind, mediaKinds } from '../model/channel.ts'

interface Person {
  roles: readonly Role[]
  capacity: Partial<Record<MediaKind, number>>
}

/** The media channels of somebody: who serves customers every way to talk, and tasks; an expert one for colleagues. */
export function mediaChannelsOf({ roles, capacity }: Person): MediaKind[] {
  const serves = roles.some((role) => role === 'agent' || role === 'supervisor')
  const has = (kind: MediaKind): boolean => (capacity[kind] ?? 0) > 0
  const theirs: Record<MediaKind, boolean> = {
    chat: serves,
    voice: serves,
    task: serves && has('task'),
    expert: roles.includes('expert') && has('expert'),
  }
  return mediaKinds.filter((kind) => theirs[kind])
}

/** Slots of somebody of whom nothing else is said. */
export const usualCapacity = { chat: 4, voice: 1, task: 3, expert: 1 } as const satisfies Record<MediaKind, number>
