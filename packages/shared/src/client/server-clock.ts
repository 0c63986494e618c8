/** A sample older than this is replaced by any newer one: page clocks drift, and some stop while a laptop sleeps. */
const sampleLifeMs = 10 * 60_000

export interface ServerClock {
  /** Epoch milliseconds by the server. Before the first sample: by the page's own clock. */
  now(): number
  /** A stamp the server made some time ago. */
  hear(serverNow: number): void
  /** Forget the samples: the line was broken, the page may have slept. */
  restart(): void
}

/**
 * A stamp is always late by its way here, so of several samples the one that puts the server's clock furthest ahead
 * is nearest to the truth.
 */
export function createServerClock(
  monotonic: () => number = () => performance.now(),
  wall: () => number = Date.now,
): ServerClock {
  let offset = wall() - monotonic()
  let sampledAt: number | undefined
  return {
    now: () => Math.round(monotonic() + offset),
    hear(serverNow) {
      const sample = serverNow - monotonic()
      const fresh = sampledAt !== undefined && monotonic() - sampledAt < sampleLifeMs
      if (fresh && sample <= offset) return
      offset = sample
      sampledAt = monotonic()
    },
    restart() {
      sampledAt = undefined
    },
  }
}
