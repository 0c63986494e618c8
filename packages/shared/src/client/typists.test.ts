import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StreamId } from '../model/ids.ts'
import { newId } from './new-id.ts'
import { createTypingTeller, createTypists } from './typists.ts'

const [one, other] = [newId<StreamId>(), newId<StreamId>()]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[CH12] who was heard typing types for six seconds more, and no longer', () => {
  const changed = vi.fn()
  const typists = createTypists(changed)
  typists.heard(one)
  vi.advanceTimersByTime(5_999)
  expect([typists.includes(one), typists.includes(other)]).toEqual([true, false])
  typists.heard(one)
  vi.advanceTimersByTime(5_999)
  expect(typists.includes(one)).toBe(true)
  expect(changed).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  expect(typists.includes(one)).toBe(false)
  expect(changed).toHaveBeenCalledTimes(2)
})

test('[CH12] their message ends it at once, and a message of nobody typing changes nothing', () => {
  const changed = vi.fn()
  const typists = createTypists(changed)
  typists.stopped(one)
  expect(changed).not.toHaveBeenCalled()
  typists.heard(one)
  typists.stopped(one)
  expect(typists.includes(one)).toBe(false)
  vi.advanceTimersByTime(10_000)
  expect(changed).toHaveBeenCalledTimes(2)
})

test('[CH12] however fast somebody types, each stream is told of it once in three seconds, and anew after a message', () => {
  const tell = vi.fn()
  const teller = createTypingTeller(tell)
  for (let key = 0; key < 31; key++) {
    teller.typed(one)
    vi.advanceTimersByTime(100)
  }
  expect(tell.mock.calls).toEqual([[one], [one]])
  teller.typed(other)
  teller.sent(one)
  teller.typed(one)
  expect(tell.mock.calls.slice(2)).toEqual([[other], [one]])
})
