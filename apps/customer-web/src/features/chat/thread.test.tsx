import { newId } from '@beckon/shared/client/new-id'
import { refuse } from '@beckon/shared/protocol/reply'
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { beforeEach, expect, test, vi } from 'vitest'
import { addFailed, dropFailed, useFailedTexts } from '../../realtime/failed-texts.ts'
import { noHost, useHost } from '../../realtime/host-store.ts'
import { listenToServer } from '../../realtime/listen-to-server.ts'
import { lookAtThread } from '../../realtime/read-marks.ts'
import { anEntry, anInteraction, aView } from '../../testing/examples.ts'
import { scriptedSession } from '../../testing/scripted-connection.ts'
import type { FrameMessage } from '../../loader/messages.ts'
import { Composer } from './composer.tsx'
import { useDraft } from './draft-store.ts'
import { retryText, sendText } from './send-text.ts'
import { SentWord } from './sent-word.tsx'
import { TypingLine } from './typing-line.tsx'
import { Thread } from './thread.tsx'

const told: FrameMessage[] = []
let script: ReturnType<typeof scriptedSession>

let chat = anInteraction()

beforeEach(() => {
  // Another conversation each time: how far one was read outlives a test.
  chat = anInteraction()
  told.length = 0
  useFailedTexts.setState({ failed: [] })
  useDraft.setState({ draft: undefined })
  useHost.setState({ ...noHost, link: { origin: 'https://host.example', tell: (message) => told.push(message) } })
  script = scriptedSession()
  listenToServer(script.connection)
  script.shows(aView(chat))
})

const showThread = () =>
  render(
    <Thread
      onEnd={lookAtThread}
      onRetry={(id) => retryText(id, chat.conversation)}
      onRemove={dropFailed}
      renderSent={(id) => <SentWord id={id} />}
      renderCard={(entry) => <p>{entry.id}</p>}
    />,
  )

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
  render(
    <Composer
      onEmoji={() => undefined}
      onType={() => undefined}
      onAttach={undefined}
      onSend={(text) => sendText(chat.conversation, text)}
    />,
  )
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
  const { unmount } = render(
    <Composer onEmoji={() => undefined} onType={() => undefined} onAttach={undefined} onSend={() => undefined} />,
  )
  fireEvent.input(screen.getByRole('textbox'), { target: { value: 'half a sen' } })
  expect(told).toContainEqual({ type: 'keep', key: 'draft', value: 'half a sen' })
  unmount()
  useDraft.setState({ draft: undefined })
  useHost.setState({ state: { ...noHost.state, kept: { draft: 'half a sen' } } })
  render(<Composer onEmoji={() => undefined} onType={() => undefined} onAttach={undefined} onSend={() => undefined} />)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('half a sen')
})

const mine = { author: { kind: 'customer' as const, name: '' } }
const marks = () => script.sent.filter(({ name }) => name === 'stream:mark-read').map(({ payload }) => payload)

test('[CH13] the last message says whether the agent has seen it, the earlier ones nothing', async () => {
  showThread()
  const [one, two] = ['One', 'Two'].map((text, i) => anEntry({ kind: 'message', text }, { ...mine, seq: i + 1 }))
  if (one === undefined || two === undefined) throw new Error('two were made')
  script.appends(chat.conversation, [one, two])
  await waitFor(() => expect(screen.getAllByText(/· sent$/)).toHaveLength(1))
  const agent = { kind: 'agent' as const, name: 'Ana' }
  script.appends(chat.conversation, [anEntry({ kind: 'read', upTo: 2 }, { author: agent, seq: 3 })])
  await waitFor(() => expect(screen.getAllByText(/· seen$/)).toHaveLength(1))
  expect(screen.queryByText(/· sent$/)).toBeNull()
})

test('[CH15] the thread marks as read what an open panel on a visible screen shows, and nothing behind a closed one', async () => {
  const host = (open: boolean) => useHost.setState((now) => ({ state: { ...now.state, open } }))
  host(false)
  showThread()
  script.appends(chat.conversation, [anEntry({ kind: 'message', text: 'Are you there?' }, { seq: 1 })])
  await screen.findByText('Are you there?')
  expect(marks()).toEqual([])
  host(true)
  await waitFor(() => expect(marks()).toEqual([{ streamId: chat.conversation, upTo: 1 }]))
})

test('[CH12] the agent who types is named outside of what a screen reader announces', async () => {
  render(<TypingLine />)
  script.types(chat.conversation, true)
  expect((await screen.findByText('Ana is typing…')).closest('[aria-live], [role=status], [role=log]')).toBeNull()
  script.types(chat.conversation, false)
  await waitFor(() => expect(screen.queryByText('Ana is typing…')).toBeNull())
})

test('[CH11] each key is told, blank fields are not', () => {
  const onType = vi.fn()
  render(<Composer onEmoji={() => undefined} onAttach={undefined} onSend={() => undefined} onType={onType} />)
  const field = screen.getByRole('textbox', { name: 'Message' })
  fireEvent.input(field, { target: { value: 'H' } })
  fireEvent.input(field, { target: { value: '' } })
  expect(onType).toHaveBeenCalledOnce()
})

test('[CH16] a text that an earlier page left and the server refused stays to be sent again or removed', async () => {
  showThread()
  const payload = { streamId: chat.conversation, text: 'From before' }
  addFailed({ id: newId(), name: 'message:send', payload, at: 1 }, 'closed')
  await waitFor(() => expect(screen.getByText(/not sent/).textContent).toContain('This conversation is over'))
  fireEvent.click(screen.getByRole('button', { name: 'remove' }))
  await waitFor(() => expect(screen.queryByText('From before')).toBeNull())
  expect(script.sent).toEqual([])
})
