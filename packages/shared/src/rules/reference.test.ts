import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isReference, makeReference } from './reference.ts'

const bytes = fc.uint8Array({ minLength: 7, maxLength: 7 })
const typable = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
const replaced = (text: string, at: number, char: string) => text.slice(0, at) + char + text.slice(at + 1)

describe('a reference', () => {
  test('is BS- and eight characters without 0 O 1 I L U Z, and is known again, in small letters too', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = makeReference(random)
        expect(reference).toMatch(/^BS-[2-9A-HJKMNP-TV-Y]{8}$/)
        expect(isReference(reference)).toBe(true)
        expect(isReference(reference.toLowerCase())).toBe(true)
      }),
    )
  })

  test('with any single character wrong is found out', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const reference = makeReference(random)
        const variants = [3, 4, 5, 6, 7, 8, 9, 10].flatMap((at) => typable.map((char) => replaced(reference, at, char)))
        expect(variants).toHaveLength(8 * 36)
        expect(new Set(variants.filter(isReference))).toEqual(new Set([reference]))
      }),
      { numRuns: 30 },
    )
  })

  test('with two neighbours of its body swapped is found out', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 3, max: 8 }), (random, at) => {
        const reference = makeReference(random)
        const [one, two] = [reference.charAt(at), reference.charAt(at + 1)]
        fc.pre(one !== two)
        expect(isReference(replaced(replaced(reference, at, two), at + 1, one))).toBe(false)
      }),
    )
  })

  test.each(['', 'BS-', 'BS-2222222', 'BS-222222222', 'XX-22222222', ' BS-22222222', 'BS-22222222\n', 'BS22222222'])(
    '%j is none',
    (text) => {
      expect(isReference(text)).toBe(false)
    },
  )

  test('differs for different random bytes, all over its alphabet', () => {
    const letters = new Set(Array.from({ length: 29 }, (_, i) => makeReference(new Uint8Array(7).fill(i)).charAt(3)))
    expect(letters.size).toBe(29)
  })
})
