import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { burstMs, createSignalBatch, signalsIn } from './signal-batch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function sending() {
  const sent: string[][] = []
  return { sent, batch: createSignalBatch((list) => void sent.push(signalsIn(list))) }
}

test('the first signal goes at once, a burst together, and the first after it at once again', () => {
  const { sent, batch } = sending()
  for (const signal of ['offer', 'one', 'two']) batch.add(signal)
  expect(sent).toEqual([['offer']])
  vi.advanceTimersByTime(burstMs)
  expect(sent).toEqual([['offer'], ['one', 'two']])
  vi.advanceTimersByTime(burstMs)
  batch.add('three')

  expect(sent.at(-1)).toEqual(['three'])
})

test('a burst too long for one entry goes in several', () => {
  const { sent, batch } = sending()
  const long = 'x'.repeat(5_000)
  for (const signal of ['offer', long, long, long]) batch.add(signal)
  vi.advanceTimersByTime(burstMs)

  expect(sent.map((list) => list.length)).toEqual([1, 2, 1])
})

test('what was dropped is never sent, and nothing is left running', () => {
  const { sent, batch } = sending()
  batch.add('offer')
  batch.add('one')
  batch.drop()
  vi.advanceTimersByTime(burstMs)

  expect(sent).toEqual([['offer']])
  expect(vi.getTimerCount()).toBe(0)
})

test.each(['', 'offer', '{}', 'null', '[1, null, {}]'])('%o from the other side is no signal', (list) => {
  expect(signalsIn(list)).toEqual([])
})
