import type { ContextBag } from '@beckon/shared/model/context'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { removeItem, restoreItems } from '../features/context-preview/preview-store.ts'
import type { HostState } from '../loader/messages.ts'
import { noHost, useHost } from '../realtime/host-store.ts'
import { listenToServer } from '../realtime/listen-to-server.ts'
import { anInteraction, aView } from '../testing/examples.ts'
import { scriptedSession } from '../testing/scripted-connection.ts'
import { contextSent, keepContext } from './keep-context.ts'

let script: ReturnType<typeof scriptedSession>
let stop: () => void
const chat = anInteraction()
const page = (given: Partial<HostState>) => useHost.setState(({ state }) => ({ state: { ...state, ...given } }))
const step = (value: string) => page({ items: [{ key: 'step', value, source: 'page' }] })

beforeEach(() => {
  vi.useFakeTimers()
  useHost.setState({ ...noHost, state: { ...noHost.state, site: 'bluesky', kept: {} } })
  restoreItems()
  script = scriptedSession()
  listenToServer(script.connection)
})
afterEach(() => {
  script.shows(aView())
  stop()
  vi.useRealTimers()
})

test('[CX3] what the page says now is told once it has settled, and only when it is something else', () => {
  stop = keepContext(script.connection)
  contextSent()
  script.shows(aView(chat))
  step('seats')
  step('meals')
  vi.advanceTimersByTime(1_000)
  expect(script.sent).toMatchObject([
    { name: 'context:update', payload: { interactionId: chat.id, bag: { items: [{ key: 'step', value: 'meals' }] } } },
  ])
  step('meals')
  vi.advanceTimersByTime(1_000)
  expect(script.sent).toHaveLength(1)
})

test('[CX3] what this page no longer says is taken back, once; what the page before said is not its to take', () => {
  page({ kept: { talk: '[]' } })
  stop = keepContext(script.connection)
  script.shows(aView(chat))
  step('seats')
  vi.advanceTimersByTime(1_000)
  page({ items: [{ key: 'cart', value: '2', source: 'page' }] })
  vi.advanceTimersByTime(1_000)
  page({ items: [] })
  vi.advanceTimersByTime(1_000)
  expect(script.sent.map(({ payload }) => (payload as { bag: ContextBag }).bag.items)).toMatchObject([
    [{ key: 'step', value: 'seats' }],
    [
      { key: 'cart', value: '2' },
      { key: 'step', value: '' },
    ],
    [{ key: 'cart', value: '' }],
  ])
})

test('what the customer took out stays out on the next page of the tab', () => {
  page({ kept: { talk: '["item:step"]' } })
  stop = keepContext(script.connection)
  script.shows(aView(chat))
  step('payment')
  vi.advanceTimersByTime(1_000)
  expect(script.sent).toMatchObject([{ name: 'context:update', payload: { bag: { items: [] } } }])
})

test('a tab that asked for nothing tells nothing', () => {
  stop = keepContext(script.connection)
  script.shows(aView(chat))
  step('seats')
  removeItem('device')
  vi.advanceTimersByTime(5_000)
  expect(script.sent).toEqual([])
})
