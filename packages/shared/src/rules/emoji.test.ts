import { expect, test } from 'vitest'
import { emoji, emojiColumns, emojiRows, nextEmoji } from './emoji.ts'

test('no glyph comes twice, and no two are called the same in a language', () => {
  for (const name of ['glyph', 'en', 'ar'] as const)
    expect(new Set(emoji.map((each) => each[name])).size).toBe(emoji.length)
  expect(emojiRows.flat()).toEqual(emoji)
})

test('arrows go the way they point in either direction of reading, and stay at the edges', () => {
  expect(nextEmoji('ArrowRight', 0, false)).toBe(1)
  expect(nextEmoji('ArrowLeft', 0, true)).toBe(1)
  expect(nextEmoji('ArrowRight', 1, true)).toBe(0)
  expect(nextEmoji('ArrowDown', 1, false)).toBe(1 + emojiColumns)
  expect(nextEmoji('ArrowUp', 1, false)).toBe(1)
  expect(nextEmoji('ArrowRight', emoji.length - 1, false)).toBe(emoji.length - 1)
  expect([nextEmoji('End', 8, false), nextEmoji('Home', 12, false)]).toEqual([emojiColumns * 2 - 1, emojiColumns])
  expect(nextEmoji('a', 3, false)).toBeUndefined()
})
