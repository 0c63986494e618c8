/** The time one simulated person takes for things; ends with them. */
export interface Pace {
  /** `ms` at the speed of life. */
  after(ms: number, act: () => unknown): void
  stop(): void
}

/** `speed` 1 is that of life, 10 ten times as fast. What an act throws is told, and the person goes on. */
export function createPace(speed: number, failed: (error: unknown) => void): Pace {
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false
  return {
    after(ms, act) {
      if (stopped) return
      const timer = setTimeout(() => {
        timers.delete(timer)
        Promise.resolve().then(act).catch(failed)
      }, ms / speed)
      timers.add(timer)
    },
    stop() {
      stopped = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
