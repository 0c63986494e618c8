import { expect, test } from 'vitest'
import { dueWord, type Spoken } from './countdown-words.ts'

test('an offer is announced at its start, at 10 s and at 5 s, and never twice', () => {
  const said = new Set<Spoken>()
  const heard: [number, Spoken][] = []
  for (let seconds = 30; seconds >= 0; seconds--) {
    const due = dueWord(seconds, said)
    if (due === undefined) continue
    said.add(due)
    heard.push([seconds, due])
  }
  expect(heard).toEqual([
    [30, 'start'],
    [10, 10],
    [5, 5],
  ])
})

test('a page that slept through 10 s hears only of the last 4', () => {
  expect(dueWord(4, new Set<Spoken>(['start']))).toBe(5)
})

test('an offer that has ended is not announced any more', () => {
  expect(dueWord(0, new Set<Spoken>(['start']))).toBeUndefined()
})
