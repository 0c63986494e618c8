import { expect, test } from 'vitest'
import { me } from '../../testing/sample.ts'
import { cannedQuery, matchingReplies, withReply } from './canned-query.ts'

test('a slash at the start or after a space asks for canned replies', () => {
  expect(cannedQuery('/he', 3)).toEqual({ from: 0, words: 'he' })
  expect(cannedQuery('Hi /', 4)).toEqual({ from: 3, words: '' })
})

test('a slash inside a word or an address does not', () => {
  expect(cannedQuery('and/or', 6)).toBeUndefined()
  expect(cannedQuery('https://a', 9)).toBeUndefined()
  expect(cannedQuery('/hello there', 12)).toBeUndefined()
})

test('replies are found by key and by their words', () => {
  expect(matchingReplies(me.cannedReplies, 'tag').map(({ key }) => key)).toEqual(['tag'])
  expect(matchingReplies(me.cannedReplies, 'looking').map(({ key }) => key)).toEqual(['moment'])
})

test('the search is replaced, what stands around it stays', () => {
  expect(withReply('Hi /he!', 6, { from: 3, words: 'he' }, { key: 'hello', text: 'Hello' })).toBe('Hi Hello!')
})
