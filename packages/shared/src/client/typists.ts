import type { StreamId } from '../model/ids.ts'

/** Whoever was heard typing is taken to type for this long; longer than between two tellings. */
const typingShownMs = 6_000
/** Between two tellings of one stream. */
const typingToldMs = 3_000

export interface Typists {
  /** The other side of the stream is writing. */
  heard(streamId: StreamId): void
  /** What it wrote is here. */
  stopped(streamId: StreamId): void
  includes(streamId: StreamId): boolean
}

/** In which streams the other side is writing; ends by itself. */
export function createTypists(changed: () => void): Typists {
  const timers = new Map<StreamId, ReturnType<typeof setTimeout>>()
  const stopped = (streamId: StreamId) => {
    clearTimeout(timers.get(streamId))
    if (timers.delete(streamId)) changed()
  }
  return {
    heard(streamId) {
      const known = timers.has(streamId)
      clearTimeout(timers.get(streamId))
      timers.set(streamId, setTimeout(stopped, typingShownMs, streamId))
      if (!known) changed()
    },
    stopped,
    includes: (streamId) => timers.has(streamId),
  }
}

/** Passes on to `tell` that this person types, for each stream not more often than the other side needs it. */
export function createTypingTeller(tell: (streamId: StreamId) => void) {
  const told = new Map<StreamId, number>()
  return {
    typed(streamId: StreamId): void {
      const now = performance.now()
      if (now - (told.get(streamId) ?? -typingToldMs) < typingToldMs) return
      told.set(streamId, now)
      tell(streamId)
    },
    /** A message ends it at the other side: the next key is news again. */
    sent: (streamId: StreamId): void => void told.delete(streamId),
  }
}
