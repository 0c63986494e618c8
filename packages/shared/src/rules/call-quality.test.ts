import { expect, test } from 'vitest'
import { type CallQuality, type CallSample, judgeQuality, type QualityState, unknownQuality } from './call-quality.ts'

/** Two seconds of sound, 100 packets, with what the line did to them. */
interface Stretch {
  lost?: number
  jitterMs?: number
  rttMs?: number
  received?: number
}

function listen(stretches: readonly Stretch[], from: QualityState = judgeQuality(unknownQuality, begin)) {
  let state = from
  return stretches.map(({ lost = 0, jitterMs = 5, rttMs = 40, received = 100 - lost }): CallQuality => {
    const last = state.last ?? begin
    state = judgeQuality(state, { received: last.received + received, lost: last.lost + lost, jitterMs, rttMs })
    return state.quality
  })
}
const begin: CallSample = { received: 0, lost: 0, jitterMs: 0, rttMs: 0 }
const times = (n: number, stretch: Stretch) => Array.from({ length: n }, () => stretch)

test.each([
  ['loss', { lost: 3 }, 'fair'],
  ['loss', { lost: 10 }, 'poor'],
  ['jitter', { jitterMs: 35 }, 'fair'],
  ['jitter', { jitterMs: 80 }, 'poor'],
  ['a long way', { rttMs: 350 }, 'fair'],
  ['a long way', { rttMs: 700 }, 'poor'],
  ['silence', { received: 0 }, 'poor'],
] as const)('[VO11] %s of %o is called %s', (_what, stretch, quality) => {
  expect(listen(times(2, stretch)).at(-1)).toBe(quality)
})

test('[VO11] one bad moment is not told, two in a row are', () => {
  expect(listen([{ lost: 20 }, {}, { lost: 20 }, {}])).toEqual(['good', 'good', 'good', 'good'])
  expect(listen(times(2, { lost: 20 }))).toEqual(['good', 'poor'])
})

test('[VO11] good news waits until four in a row agree', () => {
  expect(listen([...times(2, { lost: 20 }), ...times(3, {}), { lost: 20 }, ...times(4, {})])).toEqual([
    'good',
    'poor',
    'poor',
    'poor',
    'poor',
    'poor',
    'poor',
    'poor',
    'poor',
    'good',
  ])
})

test('[VO11] a line at the limit does not flicker between two words', () => {
  const told = listen(Array.from({ length: 40 }, (_, n) => ({ lost: n % 2 === 0 ? 1 : 3 })))
  expect(new Set(told).size).toBe(1)
})

test('[VO11] a new peer counts from nothing, and that is no loss', () => {
  const state = judgeQuality(unknownQuality, { received: 5_000, lost: 10, jitterMs: 5, rttMs: 40 })
  expect(judgeQuality(state, { received: 3, lost: 0, jitterMs: 5, rttMs: 40 })).toMatchObject({
    quality: 'good',
    times: 0,
  })
})
