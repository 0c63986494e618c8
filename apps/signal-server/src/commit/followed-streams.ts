import type { Entry } from '@beckon/shared/model/entry'
import type { StreamId } from '@beckon/shared/model/ids'
import type { Side, Typing } from '@beckon/shared/protocol/chat'
import { readEntriesAfter, readHeads } from '../stores/read-entries.ts'
import type { CommitDeps } from './deps.ts'
import { retryDelay } from './retry-delay.ts'

/** Who gets a stream's entries. */
export interface Follower {
  readonly side: Side
  entries(entries: readonly Entry[]): void
  typing(typing: Typing): void
}

interface Followed {
  followers: Set<Follower>
  /** Everything up to here has been handed to the followers; undefined until a sync or an entry tells. */
  known: number | undefined
  /** Of that, what went to every follower: not what one of them read by a sync. 0 for nothing yet. */
  told: number
}

/** Entries read at once when making up for what other nodes wrote. */
const readLimit = 1_000
/** Of the last read of a stream, about ten seconds; after that only a sync brings it. */
const mostTries = 8

/** The streams this node's pages follow, and how far each has been delivered. Every follower gets batches in order. */
export class FollowedStreams {
  readonly #deps: CommitDeps
  readonly #streams = new Map<StreamId, Followed>()
  /** Streams known to hold more than was delivered, with the number before the first missing one. */
  readonly #missing = new Map<StreamId, number>()
  #reading = false

  constructor(deps: CommitDeps) {
    this.#deps = deps
  }

  follow(id: StreamId, follower: Follower): void {
    const stream = this.#streams.get(id) ?? { followers: new Set(), known: undefined, told: 0 }
    stream.followers.add(follower)
    this.#streams.set(id, stream)
  }

  /** What was written before the end is read once more: the last entry may have come from another node. */
  async unfollow(id: StreamId, follower: Follower): Promise<void> {
    const stream = this.#streams.get(id)
    if (!stream) return
    const { known = 0 } = stream
    this.forget(id, follower)
    for (let failures = 0; ; ) {
      try {
        const rest = await readEntriesAfter(this.#deps.db, [{ id, after: known }], readLimit)
        if (rest.length > 0) follower.entries(rest)
        return
      } catch (error) {
        if (failures === mostTries) throw error
        await retryDelay(++failures)
      }
    }
  }

  /** The follower is gone altogether. */
  forget(id: StreamId, follower: Follower): void {
    const stream = this.#streams.get(id)
    stream?.followers.delete(follower)
    if (stream?.followers.size === 0) this.#streams.delete(id)
  }

  synced(id: StreamId, head: number): void {
    const stream = this.#streams.get(id)
    if (stream && stream.known === undefined) stream.known = head
  }

  /**
   * Hands over entries just committed here, without reading them back, or read because another node wrote them. A poll
   * may read what this node has committed a moment ago: whichever comes second is dropped.
   */
  deliver(entries: readonly Entry[]): void {
    const shares = new Map<Follower, Entry[]>()
    for (const entry of entries) {
      const id = entry.streamId as StreamId
      const stream = this.#streams.get(id)
      if (!stream || entry.seq <= stream.told) continue
      if (stream.known !== undefined && entry.seq > stream.known + 1) this.#miss(id, stream.known)
      else this.#advance(stream, entry.seq)
      for (const follower of stream.followers) {
        const share = shares.get(follower)
        if (share) share.push(entry)
        else shares.set(follower, [entry])
      }
    }
    for (const [follower, share] of shares) follower.entries(share)
  }

  /** `known` may be ahead by one follower's sync: the others are still to be told of what lies between. */
  #advance(stream: Followed, seq: number): void {
    stream.told = seq
    stream.known = Math.max(stream.known ?? 0, seq)
  }

  typing(typing: Typing): void {
    for (const follower of this.#streams.get(typing.streamId)?.followers ?? []) {
      if (follower.side !== typing.by) follower.typing(typing)
    }
  }

  /** Another node wrote: the stream now ends at `head`. */
  heard(id: StreamId, head: number): void {
    const stream = this.#streams.get(id)
    if (stream && head > (stream.known ?? 0)) this.#miss(id, stream.known ?? head - 1)
  }

  /** Makes lost wake-ups good. */
  async poll(): Promise<void> {
    if (this.#streams.size === 0) return
    for (const { id, head } of await readHeads(this.#deps.db, [...this.#streams.keys()])) this.heard(id, head)
  }

  #miss(id: StreamId, after: number): void {
    this.#missing.set(id, Math.min(after, this.#missing.get(id) ?? after))
    if (this.#reading) return
    this.#reading = true
    void this.#read()
  }

  async #read(): Promise<void> {
    while (this.#missing.size > 0) {
      const asked = [...this.#missing].map(([id, after]) => ({ id, after }))
      this.#missing.clear()
      try {
        const entries = await readEntriesAfter(this.#deps.db, asked, readLimit)
        for (const { id, after } of asked) this.#rewind(id, after)
        this.deliver(entries)
        if (entries.length === readLimit)
          for (const { id, after } of asked) this.#missing.set(id, this.#knownOf(id) ?? after)
      } catch (error) {
        this.#deps.log.warn({ err: error }, 'entries of other nodes not read; the poll will')
        break
      }
    }
    this.#reading = false
  }

  /** The read begins at `after`, so what follows is without a hole again. */
  #rewind(id: StreamId, after: number): void {
    const stream = this.#streams.get(id)
    if (stream && stream.known === undefined) stream.known = after
  }

  #knownOf(id: StreamId): number | undefined {
    return this.#streams.get(id)?.known
  }
}
