import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { testClock } from '../../testing/test-clock.ts'
import { systemClock } from './clock.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('time does not go back when the database turns out to be behind', () => {
  let time = 1_000.7
  const clock = systemClock(() => time)
  expect(clock.now()).toBe(1_000)
  time = 990
  expect(clock.now()).toBe(1_000)
})

it('a timer waits for database time, even beyond what setTimeout can hold', () => {
  const start = performance.now()
  const clock = systemClock(() => performance.now() - start)
  const run = vi.fn<() => void>()
  const month = 31 * 24 * 3_600_000
  clock.setTimer(month, run)
  vi.advanceTimersByTime(month - 1)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(2)
  expect(run).toHaveBeenCalledTimes(1)
})

it('a cancelled timer does not run', () => {
  const run = vi.fn<() => void>()
  const clock = systemClock(() => 0)
  clock.setTimer(10, run)()
  vi.advanceTimersByTime(1_000)
  expect(run).not.toHaveBeenCalled()
})

it('virtual time runs what falls due in order, each at its own instant', () => {
  const clock = testClock(0)
  const seen: [string, number][] = []
  clock.setTimer(30, () => seen.push(['late', clock.now()]))
  clock.setTimer(10, () => {
    seen.push(['early', clock.now()])
    clock.setTimer(20, () => seen.push(['from early', clock.now()]))
  })
  clock.setTimer(50, () => seen.push(['too late', clock.now()]))
  clock.advance(40)
  expect(seen).toEqual([
    ['early', 10],
    ['from early', 20],
    ['late', 30],
  ])
  expect(clock.now()).toBe(40)
})
