import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTheme } from './read-theme.ts'
import { contrast, readableOn, wordsOn } from './theme.ts'

const colour = fc.nat(0xffffff).map((n) => `#${n.toString(16).padStart(6, '0')}`)

test('contrast is the one of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

test('[TH1] words on any accent, and any accent as words on a ground, can be read', () => {
  fc.assert(
    fc.property(colour, colour, (accent, ground) => {
      expect(contrast(wordsOn(accent), accent)).toBeGreaterThanOrEqual(4.5)
      expect(contrast(readableOn(ground, accent), ground)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a colour that can be read stays as the site chose it', () => {
  expect(readableOn('#ffffff', '#0b66c3')).toBe('#0b66c3')
  expect(readableOn('#141a21', '#0b66c3')).not.toBe('#0b66c3')
})

test.each([
  [{ accent: '#0b66c3', mode: 'dark', radius: 4 }, { accent: '#0b66c3', mode: 'dark', radius: 4 }, []],
  [{ ground: '#fff8e7', text: '#2b2b2b' }, { ground: '#fff8e7', text: '#2b2b2b' }, []],
  [{ ground: '#fff8e7', text: '#e0d8c0' }, {}, ['text on ground has a contrast of 1.3; 4.5 is needed']],
  [{ ground: '#fff8e7' }, {}, ['ground and text are needed together, as #rrggbb']],
  [{ accent: 'red' }, {}, ['accent is no #rrggbb']],
  [
    { accent: 'red;}*{display:none', radius: 99, mode: 'neon' },
    {},
    ['accent is no #rrggbb', 'radius is no number of pixels from 0 to 24', 'mode is none of light, dark, auto'],
  ],
])('[TH2] of %j the usable part is taken, and the rest is said', (given, theme, problems) => {
  expect(readTheme(given)).toEqual({ theme, problems })
})
