import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'

test('values are equal whatever the order of their keys, at any depth', () => {
  expect(canonical({ b: [{ y: 1, x: null }], a: 'é' })).toBe(canonical({ a: 'é', b: [{ x: null, y: 1 }] }))
})

test('the order of a list counts, and what is undefined is absent', () => {
  expect(canonical([1, 2])).not.toBe(canonical([2, 1]))
  expect(canonical({ a: undefined })).toBe(canonical({}))
})
