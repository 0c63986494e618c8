export interface Clock {
  /** Database time, epoch milliseconds; whole milliseconds, and never backwards in one process. */
  now(): number
  /** Runs once when `now()` has reached `at`; returns cancel. Only an optimisation: the sweeper finds deadlines anyway. */
  setTimer(at: number, run: () => void): () => void
}

/** `setTimeout` overflows beyond 2^31 - 1 ms. */
const LONGEST_TIMEOUT_MS = 2_000_000_000

/** `databaseTime` is asked at every call of `now`: see `database-time.ts`. */
export function systemClock(databaseTime: () => number): Clock {
  let latest = 0
  const now = (): number => {
    latest = Math.max(latest, Math.floor(databaseTime()))
    return latest
  }
  return { now, setTimer: (at, run) => setTimer(now, at, run) }
}

function setTimer(now: () => number, at: number, run: () => void): () => void {
  let timer: NodeJS.Timeout
  const arm = (): void => {
    const left = at - now()
    timer = setTimeout(left <= 0 ? run : arm, Math.min(Math.max(left, 0), LONGEST_TIMEOUT_MS))
  }
  arm()
  return () => clearTimeout(timer)
}
