import { refuse } from '@beckon/shared/protocol/reply'
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test } from 'vitest'
import { noHost, useHost } from '../../realtime/host-store.ts'
import { listenToServer } from '../../realtime/listen-to-server.ts'
import { anEntry, anInteraction, aView } from '../../testing/examples.ts'
import { scriptedSession } from '../../testing/scripted-connection.ts'
import type { FrameMessage } from '../../loader/messages.ts'
import { Composer } from './composer.tsx'
import { useDraft } from './draft-store.ts'
import { retryText, sendText, useFailedTexts } from './send-text.ts'
import { Thread } from './thread.tsx'

const chat = anInteraction()
const told: FrameMessage[] = []
let script: ReturnType<typeof scriptedSession>

beforeEach(() => {
  told.length = 0
  useFailedTexts.setState({ failed: [] })
  useDraft.setState({ draft: undefined })
  useHost.setState({ ...noHost, link: { origin: 'https://host.example', tell: (message) => told.push(message) } })
  script = scriptedSession()
  listenToServer(script.connection)
  script.shows(aView(chat))
})

const showThread = () =>
  render(<Thread onRetry={(id) => retryText(id, chat.conversation)} renderCard={(entry) => <p>{entry.id}</p>} />)

test('what people write is text, whatever it looks like', () => {
  showThread()
  script.appends(chat.conversation, [anEntry({ kind: 'message', text: '<img src=x onerror=alert(1)>' })])
  return waitFor(() => {
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toBeDefined()
    expect(document.querySelector('img')).toBeNull()
  })
})

test('the conversation is a polite log, so that a screen reader hears new lines only', () => {
  showThread()
  expect(screen.getByRole('log', { name: 'Conversation' }).getAttribute('aria-live')).toBe('polite')
})

test('a refused message says so and goes again under the same id', async () => {
  showThread()
  script.answersWith(refuse('rate-limited'))
  sendText(chat.conversation, ' Hello ')
  await waitFor(() => expect(screen.getByText(/not sent/).textContent).toContain('Please wait a moment'))
  fireEvent.click(screen.getByRole('button', { name: 'try again' }))
  expect(script.sent.map(({ payload }) => payload)).toEqual([
    { streamId: chat.conversation, text: 'Hello' },
    { streamId: chat.conversation, text: 'Hello' },
  ])
  expect(script.sent[0]?.id).toBe(script.sent[1]?.id)
})

test('Enter sends, Shift+Enter does not, and blank text is nothing', () => {
  render(<Composer onAttach={undefined} onSend={(text) => sendText(chat.conversation, text)} />)
  const field = screen.getByRole('textbox', { name: 'Message' })
  fireEvent.input(field, { target: { value: '   ' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  fireEvent.input(field, { target: { value: 'Hello' } })
  fireEvent.keyDown(field, { key: 'Enter', shiftKey: true })
  expect(script.sent).toEqual([])
  fireEvent.keyDown(field, { key: 'Enter' })
  expect(script.sent).toMatchObject([{ name: 'message:send', payload: { text: 'Hello' } }])
})

test('what is being written is kept in the host page and comes back after a reload', () => {
  const { unmount } = render(<Composer onAttach={undefined} onSend={() => undefined} />)
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'half a sen' } })
  expect(told).toContainEqual({ type: 'keep', key: 'draft', value: 'half a sen' })
  unmount()
  useDraft.setState({ draft: undefined })
  useHost.setState({ state: { ...noHost.state, kept: { draft: 'half a sen' } } })
  render(<Composer onAttach={undefined} onSend={() => undefined} />)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('half a sen')
})
