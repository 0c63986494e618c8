import { expect, test } from 'vitest'
import { chordOf, hasModifier } from './chord-of.ts'

const press = (part: Partial<KeyboardEvent>) =>
  chordOf({ key: '', code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...part })

test.each([
  ['a letter with Alt, whatever it types', { key: 'å', code: 'KeyA', altKey: true }, 'Alt+A'],
  ['a letter with Alt on an Arabic keyboard', { key: 'ش', code: 'KeyA', altKey: true }, 'Alt+A'],
  ['a dead key of a Mac', { key: 'Dead', code: 'KeyN', altKey: true }, 'Alt+N'],
  ['Control', { key: 'k', code: 'KeyK', ctrlKey: true }, 'Mod+K'],
  ['Command', { key: 'k', code: 'KeyK', metaKey: true }, 'Mod+K'],
  ['a question mark, which takes Shift', { key: '?', code: 'Slash', shiftKey: true }, '?'],
  ['an Arabic question mark', { key: '؟', code: 'Slash', shiftKey: true }, '?'],
  ['a named key with Shift', { key: 'ArrowUp', code: 'ArrowUp', shiftKey: true }, 'Shift+ArrowUp'],
  ['a modifier alone', { key: 'Alt', code: 'AltLeft', altKey: true }, undefined],
])('%s', (_what, part, chord) => {
  expect(press(part)).toBe(chord)
})

test('only a chord with Alt, Control or Command works while typing', () => {
  expect([hasModifier('Alt+A'), hasModifier('Mod+K'), hasModifier('?'), hasModifier('Shift+F2')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
