import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRingTone } from './ring-tone.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As much of an audio clock as a ring needs; `click` is what the browser may wait for. */
function audioClock(allowed: boolean) {
  const tones: number[] = []
  const ramp = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() }
  const clock = {
    state: 'suspended',
    currentTime: 0,
    destination: {},
    onstatechange: null as (() => void) | null,
    createGain: () => ({ gain: ramp, connect: vi.fn() }),
    createOscillator: () => ({
      frequency: { value: 0 },
      connect: vi.fn(),
      start: (at: number) => void tones.push(at),
      stop: vi.fn(),
    }),
    resume: () => {
      if (!allowed) return new Promise<void>(() => undefined)
      clock.state = 'running'
      clock.onstatechange?.()
      return Promise.resolve()
    },
  }
  const allow = () => {
    allowed = true
  }
  return { clock: clock as unknown as AudioContext, tones, allow }
}

test('a ring sounds again and again until it is stopped', () => {
  const { clock, tones } = audioClock(true)
  const ring = createRingTone(() => clock)
  ring.start()
  expect(ring.state()).toBe('audible')
  const once = tones.length
  vi.advanceTimersByTime(2_600)
  expect(tones).toHaveLength(once * 2)
  ring.stop()
  vi.advanceTimersByTime(10_000)
  expect(tones).toHaveLength(once * 2)
  expect(ring.state()).toBe('silent')
})

test('a browser that wants a click first is told of as blocked, and the click lets the ring out', () => {
  const { clock, tones, allow } = audioClock(false)
  const ring = createRingTone(() => clock)
  ring.start()
  vi.advanceTimersByTime(600)
  expect(ring.state()).toBe('blocked')
  expect(tones).toHaveLength(0)
  allow()
  ring.unblock()
  expect(ring.state()).toBe('audible')
  expect(tones.length).toBeGreaterThan(0)
})
