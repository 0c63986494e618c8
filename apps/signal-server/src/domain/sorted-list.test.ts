import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SortedList } from './sorted-list.ts'

test.each([
  ['no number', 1],
  ['some numbers', 40],
  ['one number', 10_000],
])('a sorted list in which %s is of many items answers as a sorted array does, over many chunks', (_, tied) => {
  let deepest = 0
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.boolean(), fc.nat(2_000)), { minLength: 1_000, maxLength: 3_000, size: 'max' }),
      (steps) => {
        const list = new SortedList<number>({ key: (of) => Math.floor(of / tied), tie: (a, b) => a - b })
        const plain = new Set<number>()
        const addAll = (items: Set<number>): void => {
          list.addAll([...items].filter((item) => !plain.has(item)))
          for (const item of items) plain.add(item)
        }
        addAll(new Set(steps.slice(0, 700).map(([, item]) => item)))
        for (const [add, item] of steps) {
          if (add && !plain.has(item)) list.add(item)
          else if (!add) list.remove(item)
          if (add) plain.add(item)
          else plain.delete(item)
        }
        addAll(new Set([2_000, 1_000, 0]))
        const sorted = [...plain].sort((a, b) => a - b)
        expect([...list]).toEqual(sorted)
        expect([list.size, list.first(), list.at(2)]).toEqual([sorted.length, sorted[0], sorted[2]])
        for (const item of [-1, 0, 999, 1_000, 2_001]) {
          expect(list.countBefore(item)).toBe(sorted.filter((other) => other < item).length)
          expect(list.after(item)).toBe(sorted.find((other) => other > item))
        }
        deepest = Math.max(deepest, sorted.length)
      },
    ),
    { numRuns: 25 },
  )
  expect(deepest).toBeGreaterThan(400)
})
