import type { CallSample } from '@beckon/shared/rules/call-quality'
import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useCallQuality } from './use-call-quality.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[VO11] an agent reads how the line is from the second sample on, and nothing once the sound is gone', async () => {
  const counted: CallSample = { received: 0, lost: 0, jitterMs: 5, rttMs: 40 }
  let loss = 0
  const sample = vi.fn(() => {
    counted.received += 100 - loss
    counted.lost += loss
    return Promise.resolve({ ...counted })
  })
  const session = { sample }
  const { result, rerender } = renderHook(({ talking }) => useCallQuality(session, talking), {
    initialProps: { talking: true },
  })
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
  await pass(2_000)
  expect(result.current).toBeUndefined()
  await pass(2_000)
  expect(result.current).toBe('good')
  loss = 20
  await pass(4_000)
  expect(result.current).toBe('poor')
  rerender({ talking: false })
  expect(result.current).toBeUndefined()
})
