import type { Entry } from '../model/entry.ts'

export type OnEntries = (entries: readonly Entry[]) => void

/** One stream as this page holds it: entry `n` at index `n - 1`, never a gap. */
export interface StreamLog {
  /** The number of the last entry held; 0 for none. */
  last(): number
  /** The highest number heard of; beyond `last` something is missing. */
  known(): number
  /** Applies `last + 1`, drops lower, remembers that there is more beyond a hole. `head` is the server's last number. */
  take(batch: readonly Entry[], head?: number): void
  /** All entries from the first, then each as it comes; those already here are handed over before this returns. */
  follow(onEntries: OnEntries): () => void
  followed(): boolean
}

export function createStreamLog(): StreamLog {
  const entries: Entry[] = []
  const followers = new Set<{ onEntries: OnEntries }>()
  let known = 0

  function apply(batch: readonly Entry[]): Entry[] {
    const fresh: Entry[] = []
    for (const entry of batch) {
      known = Math.max(known, entry.seq)
      if (entry.seq !== entries.length + 1) continue
      entries.push(entry)
      fresh.push(entry)
    }
    return fresh
  }

  return {
    last: () => entries.length,
    known: () => known,
    take(batch, head = 0) {
      known = Math.max(known, head)
      // A follower that comes while others are being told finds the fresh entries in the log.
      const told = [...followers]
      const fresh = apply(batch)
      if (fresh.length > 0) for (const follower of told) follower.onEntries(fresh)
    },
    follow(onEntries) {
      const follower = { onEntries }
      followers.add(follower)
      if (entries.length > 0) onEntries([...entries])
      return () => void followers.delete(follower)
    },
    followed: () => followers.size > 0,
  }
}
