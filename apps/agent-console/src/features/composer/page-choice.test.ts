import { expect, test } from 'vitest'
import { me } from '../../testing/sample.ts'
import { choosePages } from './page-choice.ts'

const choose = (search: string) => choosePages(me.pages, me.pageOrigins, search)

test('stored pages are found by title and by address', () => {
  expect(choose('').found).toHaveLength(me.pages.length)
  expect(choose('claim').found.map(({ title }) => title)).toEqual(['Baggage claim form'])
  expect(choose('/lounge').found.map(({ title }) => title)).toEqual(['Lounge access'])
  expect(choose('claim').typed).toBeUndefined()
})

test('[PP1] an address of the site may be typed, with or without its scheme', () => {
  const page = { title: '', url: 'https://bluesky.example/fares' }
  expect(choose('https://bluesky.example/fares').typed).toEqual({ page })
  expect(choose('bluesky.example/fares').typed).toEqual({ page })
  expect(choose('https://bluesky.example/lounge').typed).toBeUndefined()
})

test.each([
  ['https://elsewhere.example/', 'not-of-site'],
  ['javascript:alert(1)', 'not-web'],
  ['https://a:b@bluesky.example/', 'credentials'],
] as const)('[PP1] %s is refused before it is sent, with the reason', (search, refusal) => {
  expect(choose(search).typed).toEqual({ refusal })
})
