import { describe, expect, test } from 'vitest'
import { clockText, fractionLeft, secondsLeft } from './countdown.ts'

describe('[OF] the countdown of an offer', () => {
  test.each([
    [30_000, 30],
    [29_001, 30],
    [29_000, 29],
    [1, 1],
    [0, 0],
    [-5_000, 0],
  ])('with %d ms left shows %d s: the last second is not cut short, and none is negative', (leftMs, seconds) => {
    expect(secondsLeft(1_000_000 + leftMs, 1_000_000)).toBe(seconds)
  })

  test.each([
    [0, 1],
    [15_000, 0.5],
    [30_000, 0],
    [31_000, 0],
    [-1_000, 1],
  ])('%d ms after it was made has the part %d left, never outside 0 to 1', (sinceMs, part) => {
    expect(fractionLeft(5_000, 35_000, 5_000 + sinceMs)).toBe(part)
  })

  test('that had no time has none left', () => {
    expect(fractionLeft(5_000, 5_000, 4_000)).toBe(0)
    expect(fractionLeft(5_000, 4_000, 3_000)).toBe(0)
  })

  test.each([
    [0, '0:00'],
    [999, '0:00'],
    [9_000, '0:09'],
    [65_000, '1:05'],
    [3_600_000, '60:00'],
    [-1, '0:00'],
  ])('%d ms are written %s', (ms, text) => {
    expect(clockText(ms)).toBe(text)
  })
})
