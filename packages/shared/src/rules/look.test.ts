import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lookOf } from './look.ts'
import { contrast } from './theme.ts'

const colour = fc.nat(0xffffff).map((n) => `#${n.toString(16).padStart(6, '0')}`)
/** The value in light, and in dark. */
const both = (value = ''): [string, string] => {
  const [, light = value, dark = value] = /^light-dark\((.*), (.*)\)$/.exec(value) ?? []
  return [light, dark]
}

test('[TH1] words on the accent, and the accent as words, can be read in light and in dark', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const look = lookOf({ accent })
      const [accents, words, asText] = [look['--accent'], look['--on-accent'], look['--accent-text']].map(both)
      for (const [at, ground] of ['#ffffff', '#141a21'].entries()) {
        expect(contrast(words?.[at] ?? '', accents?.[at] ?? '')).toBeGreaterThanOrEqual(4.5)
        expect(contrast(asText?.[at] ?? '', ground)).toBeGreaterThanOrEqual(4.5)
      }
    }),
  )
})

test('a look without wishes is ours', () => {
  expect(lookOf({})).toEqual({
    'color-scheme': 'light dark',
    '--accent': 'light-dark(#2f56d6, #829ae6)',
    '--on-accent': 'light-dark(#ffffff, #000000)',
    '--accent-text': 'light-dark(#2f56d6, #829ae6)',
    '--radius': '8px',
  })
})

test('a ground of the site’s own is the same in light and dark', () => {
  const look = lookOf({ ground: '#fff8e7', text: '#2b2b2b', mode: 'dark' })
  expect(look).toMatchObject({ 'color-scheme': 'dark', '--ground': '#fff8e7', '--text': '#2b2b2b' })
  expect(look['--accent-text']).not.toContain('light-dark')
})
