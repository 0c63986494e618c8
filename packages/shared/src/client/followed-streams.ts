import type { Entry } from '../model/entry.ts'
import type { StreamId } from '../model/ids.ts'
import type { Reply } from '../protocol/reply.ts'
import { createStreamLog, type OnEntries, type StreamLog } from './stream-log.ts'

/** Asks for the entries after `after`; settles once the server has answered. */
type Sync = (streamId: StreamId, after: number) => Promise<Reply<{ entries: Entry[]; head: number }>>

export interface FollowedStreams {
  follow(streamId: StreamId, onEntries: OnEntries): () => void
  /** Entries the server sent by itself, of one stream or several. */
  appended(batch: readonly Entry[]): void
  /** The line is new: whatever was sent meanwhile must be asked for. */
  resync(): void
}

/** Streams nobody follows any more whose entries stay at hand for the next look. */
const keptUnfollowed = 20

const isMissing = (log: StreamLog): boolean => log.known() > log.last()

export function createFollowedStreams(sync: Sync): FollowedStreams {
  const logs = new Map<StreamId, StreamLog>()
  const filling = new Set<StreamId>()

  /**
   * Asks page by page until nothing known is missing. A page that brought nothing is asked for again only if more was
   * heard of meanwhile: it may have been read before that was written. A refusal stands until there is news.
   */
  async function fill(streamId: StreamId, log: StreamLog): Promise<void> {
    if (filling.has(streamId)) return
    filling.add(streamId)
    let goOn = true
    while (goOn) {
      const before = { last: log.last(), known: log.known() }
      const reply = await sync(streamId, before.last)
      const learnt = log.known() > before.known
      if (reply.ok) log.take(reply.value.entries, reply.value.head)
      goOn = reply.ok && isMissing(log) && (log.last() > before.last || learnt)
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
      for (const streamId of new Set(batch.map((entry) => entry.streamId as StreamId))) {
        const log = logs.get(streamId)
        log?.take(batch.filter((entry) => entry.streamId === streamId))
        if (log !== undefined && isMissing(log) && log.followed()) void fill(streamId, log)
      }
    },
    resync() {
      for (const [streamId, log] of logs) if (log.followed()) void fill(streamId, log)
    },
  }
}
