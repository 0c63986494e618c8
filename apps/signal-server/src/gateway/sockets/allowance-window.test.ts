import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { AllowanceWindow } from './allowance-window.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => vi.useRealTimers())

it('[AU8] a key may spend its points, no more, and other keys are not touched', () => {
  const window = new AllowanceWindow({ points: 2, seconds: 10 })
  expect([window.spend('ann'), window.spend('ann'), window.spend('ann')]).toEqual([true, true, false])
  expect(window.spend('tom')).toBe(true)
})

it('[AU8] after the window all points are there again', () => {
  const window = new AllowanceWindow({ points: 1, seconds: 10 })
  expect(window.spend('ann')).toBe(true)
  vi.advanceTimersByTime(9_999)
  expect(window.spend('ann')).toBe(false)
  vi.advanceTimersByTime(1)
  expect(window.spend('ann')).toBe(true)
})
