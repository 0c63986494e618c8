import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeLocks } from '../../testing/fake-locks.ts'
import { createRingTone, type OneTab } from './ring-tone.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As much of an audio clock as a ring needs; `click` is what the browser may wait for. */
function audioClock(allowed: boolean) {
  const tones: number[] = []
  const ramp = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn(), exponentialRampToValueAtTime: vi.fn() }
  const disconnect = vi.fn()
  const clock = {
    state: 'suspended',
    currentTime: 0,
    destination: {},
    onstatechange: null as (() => void) | null,
    createGain: () => ({ gain: ramp, connect: vi.fn(), disconnect, context: clock }),
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
  return { clock: clock as unknown as AudioContext, tones, allow, disconnect }
}

/** Two tabs of one agent share the locks, as two pages of one browser do. */
function oneTab(locks = fakeLocks()): OneTab {
  return {
    hold: (signal, held) =>
      void locks.request('ring', { signal }, () => {
        held()
        return new Promise((resolve) => signal.addEventListener('abort', resolve))
      }),
    heldElsewhere: async () => ((await locks.query()).held?.length ?? 0) > 0,
  }
}
const settled = () => vi.advanceTimersByTimeAsync(0)

test('a ring sounds again and again until it is stopped', async () => {
  const { clock, tones, disconnect } = audioClock(true)
  const ring = createRingTone(oneTab(), () => clock)
  ring.start()
  await settled()
  expect(ring.state()).toBe('audible')
  const once = tones.length
  vi.advanceTimersByTime(2_600)
  expect(tones).toHaveLength(once * 2)
  expect(disconnect).not.toHaveBeenCalled()
  ring.stop()
  expect(disconnect).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(10_000)
  expect(tones).toHaveLength(once * 2)
  expect(ring.state()).toBe('silent')
})

test('a browser that wants a click first is told of as blocked, and the click lets the ring out', async () => {
  const { clock, tones, allow } = audioClock(false)
  const ring = createRingTone(oneTab(), () => clock)
  ring.start()
  await vi.advanceTimersByTimeAsync(600)
  expect(ring.state()).toBe('blocked')
  expect(tones).toHaveLength(0)
  allow()
  ring.unblock()
  await settled()
  expect(ring.state()).toBe('audible')
  expect(tones.length).toBeGreaterThan(0)
})

test('[OF9] of two tabs one rings; when it closes the other goes on, and both stop with the offer', async () => {
  const locks = fakeLocks()
  const [here, there] = [audioClock(true), audioClock(true)]
  const first = createRingTone(oneTab(locks), () => here.clock)
  const second = createRingTone(oneTab(locks), () => there.clock)
  first.start()
  second.start()
  await vi.advanceTimersByTimeAsync(6_000)
  expect([first.state(), second.state()]).toEqual(['audible', 'elsewhere'])
  expect(there.tones).toHaveLength(0)
  first.stop()
  await settled()
  expect(second.state()).toBe('audible')
  second.stop()
  const heard = there.tones.length
  await vi.advanceTimersByTimeAsync(6_000)
  expect(there.tones).toHaveLength(heard)
})

test('[OF9] a tab whose sound is held back leaves the ring to one that can be heard, and asks for no click', async () => {
  const locks = fakeLocks()
  const quiet = createRingTone(oneTab(locks), () => audioClock(false).clock)
  const loud = createRingTone(oneTab(locks), () => audioClock(true).clock)
  quiet.start()
  loud.start()
  await vi.advanceTimersByTimeAsync(600)
  expect([quiet.state(), loud.state()]).toEqual(['elsewhere', 'audible'])
})

test('the ring goes to the chosen output, as loud as chosen', async () => {
  const { clock, tones } = audioClock(true)
  const setSinkId = vi.fn(() => Promise.resolve())
  const ring = createRingTone(oneTab(), () => Object.assign(clock, { setSinkId }))
  ring.playThrough({ deviceId: 'desk-speaker', volume: 0 })
  ring.once()
  expect(setSinkId).toHaveBeenLastCalledWith('desk-speaker')
  expect(tones).toHaveLength(0)
  ring.playThrough({ deviceId: '', volume: 1 })
  ring.once()
  ring.playThrough({ deviceId: '', volume: 1 })
  ring.once()
  expect(setSinkId.mock.calls).toEqual([['desk-speaker'], ['']])
  expect(tones.length).toBeGreaterThan(0)
})
