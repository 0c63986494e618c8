import type { CallId, StreamId } from '@beckon/shared/model/ids'
import { newId } from '@beckon/shared/client/new-id'
import { expect, test } from 'vitest'
import type { FrameMessage } from '../loader/messages.ts'
import { anEntry, anInteraction, aView } from '../testing/examples.ts'
import { noHost, useHost } from './host-store.ts'
import { nothingLive, useLive } from './live-store.ts'
import { tellUnread } from './tell-unread.ts'

test('[CH13] a closed panel tells its page of unread messages and of an agent who would like to talk, until it is open or they are read elsewhere', () => {
  const told: FrameMessage[] = []
  const link = { origin: 'https://host.example', tell: (message: FrameMessage) => void told.push(message) }
  const host = (open: boolean) => useHost.setState({ link, state: { ...noHost.state, open } })
  const stream = newId<StreamId>()
  const hello = anEntry({ kind: 'message', text: 'Hello' })
  const mine = anEntry({ kind: 'message', text: 'Hi' }, { author: { kind: 'customer', name: '' } })
  useLive.setState(nothingLive, true)
  host(true)
  tellUnread((unread, invited) => `${unread} ${invited}`)
  const read = anEntry({ kind: 'read', upTo: hello.seq }, { author: { kind: 'customer', name: '' } })
  useLive.setState({ entries: new Map([[stream, [hello, read]]]) })
  host(false)
  expect(told).toEqual([])
  const news = anEntry({ kind: 'message', text: 'Are you there?' })
  useLive.setState({ entries: new Map([[stream, [hello, read, mine, news]]]) })
  const detail = { unread: 1, invited: false, words: '1 false', preview: 'Are you there?' }
  expect(told.at(-1)).toMatchObject({ name: 'unread', detail })
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
  expect(told.at(-1)).toMatchObject({ detail: { unread: 0, invited: false, words: '', preview: '' } })
  useLive.setState({ view: aView() })
  host(false)
  expect(told.at(-1)).toMatchObject({ detail: { unread: 1, preview: 'Are you there?' } })
  const readElsewhere = anEntry({ kind: 'read', upTo: news.seq }, { author: { kind: 'customer', name: '' } })
  useLive.setState({ entries: new Map([[stream, [hello, read, mine, news, readElsewhere]]]) })
  expect(told.at(-1)).toMatchObject({ detail: { unread: 0, words: '', preview: '' } })
})
