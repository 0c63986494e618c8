import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Entry, EntryAuthor } from '../model/entry.ts'
import type { StreamId } from '../model/ids.ts'
import { newId } from './new-id.ts'
import { createReadMarker } from './read-marker.ts'

const streamId = newId<StreamId>()
const entry = (
  seq: number,
  kind: EntryAuthor['kind'],
  body: Entry['body'] = { kind: 'message', text: 'x' },
): Entry => ({
  streamId,
  seq,
  id: `${seq}`,
  order: seq,
  at: seq,
  author: { kind, name: '' },
  body,
})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('[CH15] the first look is told at once, what follows within a second together, and nothing without news', () => {
  const mark = vi.fn()
  const reader = createReadMarker('customer', mark)
  const log = [entry(1, 'agent')]
  reader.look(streamId, log)
  expect(mark.mock.calls).toEqual([[streamId, 1]])
  for (let seq = 2; seq <= 9; seq++) {
    log.push(entry(seq, seq % 2 ? 'agent' : 'customer'))
    reader.look(streamId, log)
    vi.advanceTimersByTime(100)
  }
  expect(mark).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1_000)
  expect(mark.mock.calls.slice(1)).toEqual([[streamId, 9]])
  reader.look(streamId, log)
  vi.advanceTimersByTime(5_000)
  expect(mark).toHaveBeenCalledTimes(2)
  expect(reader.upTo(streamId)).toBe(9)
})

test('[CH15] what another page of the same person has marked is not marked again', () => {
  const mark = vi.fn()
  const reader = createReadMarker('agent', mark)
  reader.look(streamId, [entry(1, 'customer'), entry(2, 'agent', { kind: 'read', upTo: 1 })])
  expect(mark).not.toHaveBeenCalled()
})
