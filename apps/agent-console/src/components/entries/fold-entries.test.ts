import { expect, test } from 'vitest'
import { ana, ann, entry, system } from '../../testing/sample.ts'
import { foldEntries } from './fold-entries.ts'

const kinds = (streams: Parameters<typeof foldEntries>[0]) =>
  foldEntries(streams).map((item) => (item.kind === 'day' ? 'day' : item.entry.body.kind))

test('streams become one timeline in commit order', () => {
  const conversation = [
    entry('c', 1, 1, ann, { kind: 'message', text: 'one' }),
    entry('c', 2, 4, ana, { kind: 'message', text: 'four' }),
  ]
  const desk = [entry('d', 1, 2, ana, { kind: 'note', text: 'two' })]
  const call = [entry('v', 1, 3, system, { kind: 'call-started' })]
  expect(kinds([conversation, desk, call])).toEqual(['day', 'message', 'note', 'call-started', 'message'])
})

test('what the customer did with a page is told at the page', () => {
  const pushed = entry('c', 1, 1, ana, { kind: 'page-pushed', url: 'https://a.example/', title: 'A' })
  const answered = entry('c', 2, 2, ann, { kind: 'page-answered', pushId: pushed.id, outcome: 'dismissed' })
  const items = foldEntries([[pushed, answered]])
  expect(items).toHaveLength(2)
  expect(items[1]).toMatchObject({ entry: pushed, outcome: { outcome: 'dismissed', at: answered.at } })
})

test('signals of a call are never drawn', () => {
  expect(kinds([[entry('v', 1, 1, ana, { kind: 'signal', epoch: 1, data: 'x' })]])).toEqual([])
})

test('a new day gets a line of its own', () => {
  const first = entry('c', 1, 1, ann, { kind: 'message', text: 'a' })
  const next = { ...entry('c', 2, 2, ann, { kind: 'message', text: 'b' }), at: first.at + 86_400_000 }
  expect(kinds([[first, next]])).toEqual(['day', 'message', 'day', 'message'])
})

test('texts of one writer that follow closely are a group that names its writer once', () => {
  const said = (order: number, author = ann, at = 0) => ({
    ...entry('c', order, order, author, { kind: 'message', text: 'x' }),
    at: Date.UTC(2026, 10, 21, 10) + at,
  })
  const items = foldEntries([[said(1), said(2, ann, 119_000), said(3, ann, 240_000), said(4, ana, 241_000)]])
  expect(items.map((item) => item.kind === 'entry' && item.goesOn)).toEqual([false, true, false, false, false])
})
