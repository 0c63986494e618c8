import { expect, test } from 'vitest'
import { ana, ann, entry, system } from '../../testing/sample.ts'
import { summarise } from './work-summary.ts'

const entries = [
  entry('c', 1, 1, system, { kind: 'joined', agent: 'Ana' }),
  entry('c', 2, 2, ann, { kind: 'message', text: 'Hello' }),
  entry('c', 3, 3, ann, { kind: 'message', text: 'Anybody?' }),
]

test('a customer waits since the first text nobody answered', () => {
  expect(summarise(entries)).toEqual({ lastText: 'Anybody?', unansweredSince: entries[1]?.at })
})

test('an answer ends the waiting', () => {
  const answered = [...entries, entry('c', 4, 4, ana, { kind: 'message', text: 'Here I am' })]
  expect(summarise(answered)).toEqual({ lastText: 'Here I am', unansweredSince: undefined })
})

test('[FI1] a file counts as something said, by its name', () => {
  const file = { kind: 'file', fileId: 'f', name: 'bag.png', type: 'image/png', size: 1, note: false } as const
  expect(summarise([...entries, entry('c', 4, 4, ann, file)]).lastText).toBe('bag.png')
})
