import { ContextBag } from '@beckon/shared/model/context'
import { expect, test } from 'vitest'
import { parseHostState } from './parse-host-state.ts'

const state = (given: object) => parseHostState({ beckon: 1, site: 'bluesky', ...given })

test.each([null, 'beckon', 7, [], {}, { beckon: 2, site: 'bluesky' }, { beckon: 1 }])(
  '%o is no message of the loader',
  (value) => {
    expect(parseHostState(value)).toBeUndefined()
  },
)

test('a hostile page cannot make the frame send what the wire refuses', () => {
  const long = 'x'.repeat(10_000)
  const parsed = state({
    items: [
      ...Array.from({ length: 100 }, (_, n) => ({ key: `key-${n}`, value: long, source: 'page' })),
      { key: 'forged', value: 'gold', source: 'identity' },
      { key: '  ', value: '', source: 'page' },
      'text',
    ],
    trail: Array.from({ length: 50 }, () => ({
      url: long,
      title: long,
      enteredAt: -1.5,
      dwellMs: Number.NaN,
      more: long,
    })),
    locale: { toString: () => 'en' },
  })
  expect(ContextBag.safeParse({ items: parsed?.items, trail: parsed?.trail }).success).toBe(true)
  expect(parsed?.items.some(({ source }) => source === 'identity')).toBe(false)
  expect(parsed?.locale).toBe('')
})

test('an identity that the page never spoke of is absent, an empty one is a logout', () => {
  expect(state({})).not.toHaveProperty('identity')
  expect(state({ identity: '' })?.identity).toBe('')
})
