import { expect, test, vi } from 'vitest'
import { fakeConnection } from '../testing/fake-connection.ts'
import { ann, entry, offer, start, view, work } from '../testing/sample.ts'
import { entriesOf, useEntries } from './entry-store.ts'
import { feedStores } from './feed-stores.ts'
import { useOffers } from './offer-store.ts'
import { presenceSince } from './presence-store.ts'
import { useWork } from './work-store.ts'

const chat = work(100)

test('streams of owned work are followed, and let go when the work is gone', () => {
  const connection = fakeConnection(() => start)
  const unfollow = vi.fn()
  const follow = vi.spyOn(connection, 'follow').mockReturnValue(unfollow)
  const stop = feedStores(connection)
  connection.show(view({ work: [chat] }))
  connection.show(view({ version: 2, work: [chat] }))
  expect(follow.mock.calls.map(([streamId]) => streamId)).toEqual([chat.conversation, chat.desk])
  connection.show(view({ version: 3 }))
  expect(unfollow).toHaveBeenCalledTimes(2)
  stop()
})

test('entries land in their stream, and all of it is forgotten at sign-out', () => {
  const connection = fakeConnection(() => start)
  const stop = feedStores(connection)
  connection.show(view({ work: [chat], offers: [offer()] }))
  connection.append(chat.conversation, entry(chat.conversation, 1, 1, ann, { kind: 'message', text: 'a' }))
  connection.append(chat.conversation, entry(chat.conversation, 2, 2, ann, { kind: 'message', text: 'b' }))
  expect(entriesOf(useEntries.getState(), chat.conversation).map(({ seq }) => seq)).toEqual([1, 2])
  stop()
  expect(useWork.getState().work).toEqual([])
  expect(useOffers.getState().offers).toEqual([])
  expect(useEntries.getState().streams).toEqual({})
})

test('overall presence holds since the newest choice, and while busy since the newest contact', () => {
  const busyWork = [work(1, { answeredAt: start + 5_000 })]
  expect(presenceSince(view({ work: busyWork }))).toBe(start)
  expect(presenceSince(view({ overall: 'busy', work: busyWork }))).toBe(start + 5_000)
})
