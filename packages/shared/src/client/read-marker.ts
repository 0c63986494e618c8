import type { Entry } from '../model/entry.ts'
import type { StreamId } from '../model/ids.ts'
import type { Side } from '../protocol/chat.ts'
import { unreadBy } from '../rules/read-mark.ts'

/** Marks of one page are at least so far apart. */
const restMs = 1_000

export interface ReadMarker {
  /** All entries of the stream are before the person's eyes. */
  look(streamId: StreamId, entries: readonly Entry[]): void
  /** How far this page has looked; of a closed stream nobody else learns it. */
  upTo(streamId: StreamId): number
}

/** Tells how far this person has read, by way of `mark`: only news, the newest of each stream, once a second. */
export function createReadMarker(side: Side, mark: (streamId: StreamId, upTo: number) => void): ReadMarker {
  const looked = new Map<StreamId, number>()
  const waiting = new Set<StreamId>()
  let resting = false

  function tell(): void {
    resting = waiting.size > 0
    if (!resting) return
    for (const streamId of waiting) mark(streamId, looked.get(streamId) ?? 0)
    waiting.clear()
    setTimeout(tell, restMs)
  }

  return {
    look(streamId, entries) {
      const newest = unreadBy(entries, side, looked.get(streamId)).at(-1)
      if (newest === undefined) return
      looked.set(streamId, newest.seq)
      waiting.add(streamId)
      if (!resting) tell()
    },
    upTo: (streamId) => looked.get(streamId) ?? 0,
  }
}
