import { expect, test } from 'vitest'
import { anEntry, anInteraction } from '../../testing/examples.ts'
import { isOver } from './is-over.ts'

const chat = anInteraction()
const call = anInteraction({ channel: 'voice' })
const entries = new Map([[chat.conversation, [anEntry({ kind: 'ended', cause: 'ended-by-agent' })]]])

test('nothing is over while one interaction is open, or before its end is in sight', () => {
  expect(isOver([chat.id, call.id], new Set([call.id]), entries)).toBe(false)
  expect(isOver([chat.id], new Set(), new Map())).toBe(false)
  expect(isOver([], new Set(), entries)).toBe(false)
})

test('all is over when the last open interaction is gone and the end stands in the thread', () => {
  expect(isOver([chat.id, call.id], new Set(), entries)).toBe(true)
})
