import { expect, test } from 'vitest'
import type { Entry, EntryAuthor, EntryBody } from '../model/entry.ts'
import { readMark, unreadBy } from './read-mark.ts'

const conversation = (...said: [EntryAuthor['kind'], EntryBody][]): Entry[] =>
  said.map(([kind, body], i) => ({
    streamId: 's',
    seq: i + 1,
    id: `${i}`,
    order: i,
    at: i,
    author: { kind, name: '' },
    body,
  }))
const text: EntryBody = { kind: 'message', text: 'x' }
const read = (upTo: number): EntryBody => ({ kind: 'read', upTo })

test('[CH13] each side has its own mark, which only moves forward whatever order marks arrive in', () => {
  const entries = conversation(['agent', text], ['agent', text], ['customer', read(2)], ['customer', read(1)])
  expect(readMark(entries, 'customer')).toBe(2)
  expect(readMark(entries, 'agent')).toBe(0)
})

test('[CH13] nobody has read what was written after their mark', () => {
  const entries = conversation(['agent', text], ['customer', read(9)], ['agent', text])
  expect(readMark(entries, 'customer')).toBe(1)
})

test('[CH13] unread is what the other side wrote, showed or sent beyond the mark, and beyond what this page has seen', () => {
  const entries = conversation(
    ['agent', text],
    ['customer', read(1)],
    ['system', { kind: 'released' }],
    ['customer', text],
    ['agent', text],
    ['agent', { kind: 'page-pushed', url: 'https://a.example/', title: 'A' }],
    ['agent', read(4)],
  )
  expect(unreadBy(entries, 'customer').map(({ seq }) => seq)).toEqual([5, 6])
  expect(unreadBy(entries, 'customer', 5).map(({ seq }) => seq)).toEqual([6])
  expect(unreadBy(entries, 'agent')).toEqual([])
})
