import { expect, it } from 'vitest'
import { systemIds, uuidV7 } from './ids.ts'

it('an id says its version and variant and sorts by the time of its making', () => {
  const random = new Uint8Array(10).fill(0xff)
  expect(uuidV7(0x0123_4567_89ab, random)).toBe('01234567-89ab-7fff-bfff-ffffffffffff')
  expect(uuidV7(1_000, random) < uuidV7(1_001, new Uint8Array(10))).toBe(true)
})

it('a thousand ids of one millisecond differ', () => {
  const ids = systemIds(() => 5)
  expect(new Set(Array.from({ length: 1_000 }, () => ids.uuid())).size).toBe(1_000)
  expect(ids.random(24)).toHaveLength(24)
})
