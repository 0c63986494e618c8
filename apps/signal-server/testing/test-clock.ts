import type { Clock } from '../src/runtime/clock.ts'

export interface TestClock extends Clock {
  /** Moves time on and runs what falls due, in the order of the deadlines, each at its own instant. */
  advance(ms: number): void
}

export function testClock(start = 1_800_000_000_000): TestClock {
  let time = start
  let made = 0
  const timers = new Map<number, { at: number; run: () => void }>()
  const nextDue = (until: number) =>
    [...timers].filter(([, timer]) => timer.at <= until).sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0]
  return {
    now: () => time,
    setTimer(at, run) {
      const id = made++
      timers.set(id, { at, run })
      return () => timers.delete(id)
    },
    advance(ms) {
      const until = time + ms
      for (let due = nextDue(until); due !== undefined; due = nextDue(until)) {
        timers.delete(due[0])
        time = Math.max(time, due[1].at)
        due[1].run()
      }
      time = until
    },
  }
}
