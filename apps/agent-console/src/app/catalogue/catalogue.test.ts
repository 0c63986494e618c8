import { expect, test } from 'vitest'
import { ar } from './ar.ts'
import { en } from './en.ts'

const leaves = (node: object, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value as object, `${path}${key}.`),
  )
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '')
const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name)
const arabic = leaves(ar)

test('every text is in Arabic, by an Arabic word', () => {
  const names = new Set([
    'app.name',
    'presence.used',
    'offer.tabTitle',
    'offer.title',
    'timeline.part',
    'timeline.said',
  ])
  expect(arabic.length).toBeGreaterThan(200)
  expect(arabic.filter(([key, text]) => !names.has(key) && !/\p{Script=Arabic}/u.test(text))).toEqual([])
})

test('a translation leaves out no placeholder, but a plural form that says its number in words', () => {
  const english = new Map(leaves(en).map(([key, text]) => [stem(key), placeholders(text)]))
  const wrong = arabic.filter(([key, text]) => {
    const spoken = /_(zero|one|two)$/.test(key)
    const wanted = (english.get(stem(key)) ?? []).filter((name) => !spoken || name !== '{{count}}')
    const given = placeholders(text).filter((name) => !spoken || name !== '{{count}}')
    return wanted.toSorted().join() !== given.toSorted().join()
  })
  expect(wrong).toEqual([])
})
