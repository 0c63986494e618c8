import type { CallId, StreamId } from '@beckon/shared/model/ids'
import { newId } from '@beckon/shared/client/new-id'
import { expect, test } from 'vitest'
import type { FrameMessage } from '../loader/messages.ts'
import { anEntry, anInteraction, aView } from '../testing/examples.ts'
import { noHost, useHost } from './host-store.ts'
import { nothingLive, useLive } from './live-store.ts'
import { tellUnread } from './tell-unread.ts'

test('a closed panel tells its page of messages and of an agent who would like to talk; opening it clears both', () => {
  const told: FrameMessage[] = []
  const link = { origin: 'https://host.example', tell: (message: FrameMessage) => void told.push(message) }
  const host = (open: boolean) => useHost.setState({ link, state: { ...noHost.state, open } })
  const stream = newId<StreamId>()
  const hello = anEntry({ kind: 'message', text: 'Hello' })
  const mine = anEntry({ kind: 'message', text: 'Hi' }, { author: { kind: 'customer', name: '' } })
  useLive.setState(nothingLive, true)
  host(true)
  tellUnread((unread, invited) => `${unread} ${invited}`)
  useLive.setState({ entries: new Map([[stream, [hello]]]) })
  host(false)
  expect(told).toEqual([])
  useLive.setState({
    entries: new Map([[stream, [hello, mine, anEntry({ kind: 'message', text: 'Are you there?' })]]]),
  })
  expect(told.at(-1)).toMatchObject({ name: 'unread', detail: { unread: 1, invited: false, words: '1 false' } })
  const call = {
    id: newId<CallId>(),
    epoch: 1,
    state: 'invited',
    streamId: stream,
    agentTabId: null,
    customerTabId: null,
    connectedAt: null,
  } as const
  useLive.setState({ view: aView(anInteraction({ call })) })
  expect(told.at(-1)).toMatchObject({ detail: { invited: true, words: '1 true' } })
  host(true)
  expect(told.at(-1)).toMatchObject({ detail: { unread: 0, invited: false, words: '' } })
})
