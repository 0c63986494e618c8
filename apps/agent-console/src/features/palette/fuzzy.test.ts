import { expect, test } from 'vitest'
import { fuzzySearch } from './fuzzy.ts'

const texts = ['Go to Ann Lee · Baggage', 'Mute or unmute', 'End this contact', 'Dark look', 'إنهاء المكالمة']
const find = (query: string) => fuzzySearch(query, texts, (text) => text)

test('letters in their order find it, beginnings of words before letters inside', () => {
  expect(find('al')[0]).toBe('Go to Ann Lee · Baggage')
  expect(find('etc')).toEqual(['End this contact'])
  expect(find('DARK lo')).toEqual(['Dark look'])
  expect(find('إنه')).toEqual(['إنهاء المكالمة'])
})

test('what lacks a letter is not found, and no query finds all as they come', () => {
  expect(find('zzz')).toEqual([])
  expect(find(' ')).toEqual(texts)
})
