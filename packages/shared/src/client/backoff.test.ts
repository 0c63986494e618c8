import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffMs } from './backoff.ts'

test('a wait never leaves its bounds, and its ceiling doubles with each try until the highest', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const wait = backoffMs(attempt, 200, 3_000, () => random)
      expect(wait).toBeGreaterThanOrEqual(200)
      expect(wait).toBeLessThanOrEqual(3_000)
    }),
  )
  const longest = [0, 1, 2, 3, 4].map((attempt) => backoffMs(attempt, 200, 3_000, () => 1))
  expect(longest).toEqual([400, 800, 1_600, 3_000, 3_000])
})
