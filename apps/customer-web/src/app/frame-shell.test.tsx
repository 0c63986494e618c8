import type { InteractionId } from '@beckon/shared/model/ids'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { useContact } from '../features/contact/contact-store.ts'
import { forgetLocation, useLocation } from '../features/context-preview/location-store.ts'
import { restoreItems } from '../features/context-preview/preview-store.ts'
import { noHost, useHost } from '../realtime/host-store.ts'
import { listenToServer } from '../realtime/listen-to-server.ts'
import { anEntry, anInteraction, aView } from '../testing/examples.ts'
import { scriptedSession } from '../testing/scripted-connection.ts'
import { FrameShell } from './frame-shell.tsx'
import { loadLater } from './load-later.ts'
import { goTo } from './place-store.ts'

let chatStatus = 'free'
let offered: object = {}
/** What each question told of where the customer is. */
const places: (string | null)[] = []
const server = setupServer(
  http.get('*/widget/status', ({ request }) => {
    places.push(new URL(request.url).searchParams.get('location'))
    return HttpResponse.json({
      name: 'Blue Sky',
      channels: { chat: chatStatus, voice: 'queue' },
      agentsAvailable: 1,
      waiting: 3,
      ...offered,
    })
  }),
)
let script: ReturnType<typeof scriptedSession>

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
// The later parts are many files: on a busy machine they take longer to load than a test may.
beforeAll(async () => void (await loadLater()), 30_000)
beforeEach(() => {
  chatStatus = 'free'
  offered = {}
  places.length = 0
  goTo('auto')
  restoreItems()
  useContact.setState({ subject: undefined, busy: false, error: undefined })
  useHost.setState({ ...noHost, state: { ...noHost.state, site: 'bluesky', subject: 'baggage', open: true } })
  script = scriptedSession()
  listenToServer(script.connection)
  script.shows(aView())
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => server.close())

const says = (...interactions: Parameters<typeof aView>) => void act(() => script.shows(aView(...interactions)))

test('home says of each way to talk whether somebody is there, by glyph and word', async () => {
  render(<FrameShell />)
  await waitFor(() => expect(screen.getByRole('button', { name: /^Chat/ }).textContent).toContain('● free now'))
  expect(screen.getByRole('button', { name: /^Talk here/ }).textContent).toContain('◐ 3 waiting')
})

test('a closed centre still takes the customer, and says how', async () => {
  chatStatus = 'closed'
  render(<FrameShell />)
  await waitFor(() => expect(screen.getByRole('button', { name: /^Chat/ }).textContent).toContain('○ closed'))
  expect(screen.getByRole('button', { name: /^Chat/ }).textContent).toContain('the first one back answers')
})

test('[QU13] home shows just what this customer is offered', async () => {
  offered = { channels: { voice: 'free' } }
  render(<FrameShell />)
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Chat/ })).toBeNull())
  expect(screen.getByRole('button', { name: /^Talk here/ }).textContent).toContain('● free now')
})

test('[QU13, CX6] home asks with where the customer is once they share it, roughly even so, and not after they take it back', async () => {
  render(<FrameShell />)
  await waitFor(() => expect(places.at(-1)).toBeNull())
  void act(() => useLocation.setState({ shared: { latitude: 51.470022, longitude: -0.454295, precision: 'exact' } }))
  await waitFor(() => expect(places.at(-1)).toBe('51.5,-0.5'))
  void act(forgetLocation)
  await waitFor(() => expect(places.at(-1)).toBeNull())
})

test('[QU13] where nothing is offered home says so and when it opens', async () => {
  offered = { channels: {}, opensAt: Date.now() }
  render(<FrameShell />)
  expect(await screen.findByText('We are closed right now.')).toBeDefined()
  expect(await screen.findByText(/^We open today at/)).toBeDefined()
  expect(screen.queryByRole('button', { name: /^Talk here/ })).toBeNull()
})

test('[SI2] a customer who has been silent for long is asked whether they are still there, and until when', async () => {
  const chat = anInteraction()
  render(<FrameShell />)
  says(chat)
  const closesAt = new Date(2026, 10, 21, 12, 30).getTime()
  void act(() => script.appends(chat.conversation, [anEntry({ kind: 'idle-warned', closesAt })]))
  expect(await screen.findByText(/^Are you still there/)).toBeDefined()
})

test('the customer asks to chat, waits with a position, leaves', async () => {
  script.answersWith(ok({ interactionId: 'i' as InteractionId }))
  render(<FrameShell />)
  fireEvent.click(await screen.findByRole('button', { name: /^Chat/ }))
  await waitFor(() =>
    expect(script.sent).toMatchObject([{ name: 'contact:request', payload: { channel: 'chat', subject: 'baggage' } }]),
  )
  const waiting = anInteraction({ status: 'waiting', agentName: null, agentPresence: null, position: 2 })
  says(waiting)
  expect(screen.getByText('You are number 2 in line.')).toBeDefined()
  expect(screen.getByRole('timer').textContent).toBe('waiting 1:00')
  await waitFor(() => expect(useContact.getState().busy).toBe(false))
  fireEvent.click(screen.getByRole('button', { name: 'Leave the line' }))
  expect(script.sent.at(-1)).toMatchObject({ name: 'contact:end', payload: { interactionId: waiting.id } })
})

test('a second click while the request is under way asks nothing twice', async () => {
  render(<FrameShell />)
  const chat = await screen.findByRole('button', { name: /^Chat/ })
  fireEvent.click(chat)
  fireEvent.click(chat)
  await waitFor(() => expect(script.sent).toHaveLength(1))
})

test('a refusal says why and leaves every way open', async () => {
  script.answersWith(refuse('busy'))
  render(<FrameShell />)
  fireEvent.click(await screen.findByRole('button', { name: /^Chat/ }))
  expect((await screen.findByRole('alert')).textContent).toContain('too much going on')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Chat/ }).disabled).toBe(false)
})

test('a lost line is told after a moment, and its return takes the word away', () => {
  vi.useFakeTimers()
  render(<FrameShell />)
  void act(() => script.isNow('reconnecting'))
  expect(screen.queryByText(/Not connected/)).toBeNull()
  void act(() => void vi.advanceTimersByTime(2_000))
  expect(screen.getByText(/Not connected/)).toBeDefined()
  void act(() => script.isNow('online'))
  expect(screen.queryByText(/Not connected/)).toBeNull()
})

test('a page too old for the server asks to be loaded again', () => {
  render(<FrameShell />)
  void act(() => script.isNow('upgrade-needed'))
  expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined()
})

test('a conversation is ended in two steps, and the end gives a reference and the way to a new start', async () => {
  const chat = anInteraction()
  render(<FrameShell />)
  says(chat)
  fireEvent.click(screen.getByRole('button', { name: 'End' }))
  expect(script.sent).toEqual([])
  fireEvent.click(await screen.findByRole('button', { name: 'End conversation' }))
  expect(script.sent).toMatchObject([{ name: 'contact:end' }])
  void act(() => script.appends(chat.conversation, [anEntry({ kind: 'ended', cause: 'ended-by-customer' })]))
  says()
  expect(await screen.findByText('BS-23456789')).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Start anew' }))
  expect(screen.getByRole('heading', { name: 'How shall we talk?' })).toBeDefined()
})

test('an open conversation can be left for home and found again', () => {
  render(<FrameShell />)
  says(anInteraction())
  fireEvent.click(screen.getByRole('button', { name: 'Back' }))
  fireEvent.click(screen.getByRole('button', { name: 'Back to your conversation with Ana' }))
  expect(screen.getByRole('log', { name: 'Conversation' })).toBeDefined()
})
