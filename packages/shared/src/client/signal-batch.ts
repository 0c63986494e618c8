/** Ways to this side are found in bursts: what comes within so many milliseconds of the last command rides in one. */
export const burstMs = 10
/** Well below what one entry may hold, whatever one signal more adds. */
const mostChars = 8_000

export interface SignalBatch {
  add(signal: string): void
  /** What has not been sent is not wanted any more. */
  drop(): void
}

/** Hands signals over as JSON lists, in their order: the first at once, those of a burst together. */
export function createSignalBatch(send: (list: string) => void): SignalBatch {
  let waiting: string[] = []
  let chars = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (waiting.length === 0) return
    timer = setTimeout(flush, burstMs)
    send(JSON.stringify(waiting))
    waiting = []
    chars = 0
  }

  return {
    add(signal) {
      waiting.push(signal)
      chars += signal.length
      if (timer === undefined || chars > mostChars) flush()
    },
    drop() {
      clearTimeout(timer)
      waiting = []
    },
  }
}

/** The signals of such a list; whatever else the other side wrote is none. */
export function signalsIn(list: string): string[] {
  try {
    const signals: unknown = JSON.parse(list)
    return Array.isArray(signals) ? signals.filter((signal) => typeof signal === 'string') : []
  } catch {
    // No JSON: no signal.
    return []
  }
}
