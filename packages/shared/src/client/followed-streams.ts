import type { Entry } from '../model/entry.ts'
import type { StreamId } from '../model/ids.ts'
import type { Reply } from '../protocol/reply.ts'
import { createStreamLog, type OnEntries, type StreamLog } from './stream-log.ts'

/** Asks for the entries after `after`; settles once the server has answered. */
type Sync = (streamId: StreamId, after: number) => Promise<Reply<{ entries: Entry[]; head: number }>>

export interface FollowedStreams {
  follow(streamId: StreamId, onEntries: OnEntries): () => void
  /** Entries the server sent by itself. */
  appended(batch: readonly Entry[]): void
  /** The line is new: whatever was sent meanwhile must be asked for. */
  resync(): void
}

/** Streams nobody follows any more whose entries stay at hand for the next look. */
const keptUnfollowed = 20

export function createFollowedStreams(sync: Sync): FollowedStreams {
  const logs = new Map<StreamId, StreamLog>()
  const filling = new Set<StreamId>()

  /** Asks page by page until nothing known is missing; gives up on a refusal or an empty page until asked again. */
  async function fill(streamId: StreamId, log: StreamLog): Promise<void> {
    if (filling.has(streamId)) return
    filling.add(streamId)
    let advanced = true
    while (advanced) {
      const before = log.last()
      const reply = await sync(streamId, before)
      if (reply.ok) log.take(reply.value.entries, reply.value.head)
      advanced = reply.ok && log.last() > before && log.missing()
    }
    filling.delete(streamId)
  }

  function forgetOldest(): void {
    const unfollowed = [...logs].filter(([, log]) => !log.followed())
    for (const [streamId] of unfollowed.slice(0, -keptUnfollowed)) logs.delete(streamId)
  }

  return {
    follow(streamId, onEntries) {
      const log = logs.get(streamId) ?? createStreamLog()
      logs.delete(streamId)
      logs.set(streamId, log)
      const wasFollowed = log.followed()
      const unfollow = log.follow(onEntries)
      if (!wasFollowed) void fill(streamId, log)
      return () => {
        unfollow()
        forgetOldest()
      }
    },
    appended(batch) {
      const streamId = batch[0]?.streamId as StreamId | undefined
      const log = streamId === undefined ? undefined : logs.get(streamId)
      if (streamId === undefined || log === undefined) return
      log.take(batch)
      if (log.missing() && log.followed()) void fill(streamId, log)
    },
    resync() {
      for (const [streamId, log] of logs) if (log.followed()) void fill(streamId, log)
    },
  }
}
