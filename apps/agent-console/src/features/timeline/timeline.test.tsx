import { CommandId } from '@beckon/shared/model/ids'
import { act, fireEvent, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { addRefused } from '../../realtime/failed-store.ts'
import { writeEntry } from '../../realtime/write-entry.ts'
import { renderDesk } from '../../testing/render-desk.tsx'
import { rest } from '../../testing/rest.ts'
import { earlierPart, pastItem } from '../../testing/rest-handlers.ts'
import { ana, ann, entry, me, start, system, uuid, view, work } from '../../testing/sample.ts'
import { Timeline } from './timeline.tsx'

const chat = work(100)
const voice = work(200, { dialogueId: chat.dialogueId, parentId: chat.id, channel: 'voice' })
const other = work(300)

function opened() {
  const { connection } = renderDesk(
    <Timeline work={chat} ownName="Ana" dispositions={me.dispositions} subjects={me.subjects} />,
  )
  act(() => connection.show(view({ work: [chat, voice, other] })))
  return { connection, log: screen.getByRole('log', { name: 'Conversation with Ann Lee' }) }
}

test('chat, desk and call of one dialogue are one timeline; another dialogue stays out', () => {
  const { connection, log } = opened()
  act(() => {
    connection.append(chat.conversation, entry(chat.conversation, 1, 1, ann, { kind: 'message', text: 'Hello' }))
    connection.append(
      voice.conversation,
      entry(voice.conversation, 1, 3, system, { kind: 'call-ended', durationMs: 134_000 }),
    )
    connection.append(chat.desk, entry(chat.desk, 1, 2, ana, { kind: 'note', text: 'Voucher allowed' }))
    connection.append(other.conversation, entry(other.conversation, 1, 4, ann, { kind: 'message', text: 'Elsewhere' }))
  })
  const text = log.textContent
  expect(text.indexOf('Hello')).toBeGreaterThan(-1)
  expect(text.indexOf('Voucher allowed')).toBeGreaterThan(text.indexOf('Hello'))
  expect(text.indexOf('Call ended after 2:14')).toBeGreaterThan(text.indexOf('Voucher allowed'))
  expect(text).not.toContain('Elsewhere')
})

test('[CH6] a note is marked by a lock, words and another ground; a reply has none of them', () => {
  const { connection, log } = opened()
  act(() => {
    connection.append(chat.conversation, entry(chat.conversation, 1, 1, ana, { kind: 'message', text: 'Same words' }))
    connection.append(chat.desk, entry(chat.desk, 1, 2, ana, { kind: 'note', text: 'Same words' }))
  })
  const [reply, note] = within(log).getAllByText('Same words')
  expect(note?.closest('.hatched')?.textContent).toContain('Note · only staff')
  expect(note?.closest('.hatched')?.querySelector('svg')).not.toBeNull()
  expect(reply?.closest('.hatched')).toBeNull()
})

test('[PP2] a pushed page tells whether it was opened', () => {
  const { connection, log } = opened()
  const pushed = entry(chat.conversation, 1, 1, ana, {
    kind: 'page-pushed',
    url: 'https://a.example/',
    title: 'Claim form',
  })
  act(() => connection.append(chat.conversation, pushed))
  expect(log.textContent).toContain('not opened yet')
  act(() =>
    connection.append(
      chat.conversation,
      entry(chat.conversation, 2, 2, ann, { kind: 'page-answered', pushId: pushed.id, outcome: 'opened' }),
    ),
  )
  expect(log.textContent).not.toContain('not opened yet')
  expect(log.textContent).toContain('opened ')
})

test('[CH1] a text shows as sending until its entry arrives, and is never shown twice', async () => {
  const { connection, log } = opened()
  connection.answer(() => undefined)
  await act(async () => {
    void writeEntry(connection, { name: 'message:send', payload: { streamId: chat.conversation, text: 'On its way' } })
  })
  expect(log.textContent).toContain('sending…')
  const id = connection.sent[0]?.id ?? ''
  act(() =>
    connection.append(chat.conversation, {
      ...entry(chat.conversation, 1, 1, ana, { kind: 'message', text: 'On its way' }),
      id,
    }),
  )
  expect(within(log).getAllByText('On its way')).toHaveLength(1)
  expect(log.textContent).not.toContain('sending…')
})

test('[CH3] a refused text stays, says why, and is sent again under its own id', async () => {
  const { connection, log } = opened()
  connection.answer(() => ({ ok: false, error: { code: 'rate-limited' } }))
  await act(async () => {
    await writeEntry(connection, { name: 'message:send', payload: { streamId: chat.conversation, text: 'Too fast' } })
  })
  expect(log.textContent).toContain('not sent: That was too fast.')
  connection.answer(() => ({ ok: true, value: { seq: 1, at: 0 } }))
  await act(async () => void fireEvent.click(within(log).getByRole('button', { name: 'Try again' })))
  expect(connection.sent).toHaveLength(2)
  expect(connection.sent[1]?.id).toBe(connection.sent[0]?.id)
  expect(log.textContent).not.toContain('not sent')
})

test('markup from a customer is text', () => {
  const { connection, log } = opened()
  const text = '<script>alert(1)</script> {{name}} **bold**'
  act(() => connection.append(chat.conversation, entry(chat.conversation, 1, 1, ann, { kind: 'message', text })))
  expect(within(log).getByText(text).tagName).toBe('P')
  expect(log.querySelector('script')).toBeNull()
})

const marksOf = (connection: ReturnType<typeof opened>['connection']) =>
  connection.sent.filter(({ name }) => name === 'stream:mark-read').map(({ payload }) => payload)

test('[CH15] what the customer wrote is marked as read once it is on a visible screen, and not before', () => {
  const visible = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  const { connection } = opened()
  act(() =>
    connection.append(chat.conversation, entry(chat.conversation, 1, 1, ann, { kind: 'message', text: 'Hello' })),
  )
  expect(marksOf(connection)).toEqual([])
  visible.mockReturnValue('visible')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(marksOf(connection)).toEqual([{ streamId: chat.conversation, upTo: 1 }])
  act(() =>
    connection.append(other.conversation, entry(other.conversation, 1, 2, ann, { kind: 'message', text: 'Elsewhere' })),
  )
  expect(marksOf(connection)).toHaveLength(1)
  visible.mockRestore()
})

test('[CH13] under the last reply stands whether the customer has seen it', () => {
  const { connection, log } = opened()
  act(() =>
    connection.append(
      chat.conversation,
      entry(chat.conversation, 1, 1, ana, { kind: 'message', text: 'One' }),
      entry(chat.conversation, 2, 2, ana, { kind: 'message', text: 'Two' }),
      entry(chat.conversation, 3, 3, ann, { kind: 'read', upTo: 1 }),
    ),
  )
  expect(
    within(log)
      .getAllByText(/^(sent|seen)$/)
      .map((line) => line.textContent),
  ).toEqual(['sent'])
  act(() => connection.append(chat.conversation, entry(chat.conversation, 4, 4, ann, { kind: 'read', upTo: 2 })))
  expect(
    within(log)
      .getAllByText(/^(sent|seen)$/)
      .map((line) => line.textContent),
  ).toEqual(['seen'])
})

test('[CH12] the customer who types is shown outside of what a screen reader announces', () => {
  const { connection, log } = opened()
  act(() => connection.types(chat.conversation, true))
  const line = screen.getByText('Ann Lee is typing…')
  expect(log.contains(line)).toBe(false)
  expect(line.closest('[aria-live], [role=status]')).toBeNull()
})

test('[TL1] earlier contacts lie behind a button, headed and in order; what ended beside an open one is among it', async () => {
  const item = (n: number, startedAt: number) => pastItem(n, { startedAt, endedAt: startedAt + 60_000 })
  const call = { ...entry(uuid(790), 1, 2, system, { kind: 'call-started' as const }), at: start + 120_000 }
  const before = earlierPart(2)
  rest.use(
    http.get('/api/v1/interactions/:id/earlier', () =>
      HttpResponse.json({ parts: [{ item: item(1, start), entries: [call] }, before], nextCursor: null }),
    ),
  )
  const { connection, log } = opened()
  act(() => {
    connection.append(chat.conversation, entry(chat.conversation, 1, 1, ann, { kind: 'message', text: 'Hello' }))
    connection.append(chat.conversation, entry(chat.conversation, 2, 3, ann, { kind: 'message', text: 'Still here' }))
  })
  const more = await within(log).findByRole('button', { name: 'Show earlier' })
  expect(log.textContent).toMatch(/Hello.*Call started.*Still here/)
  expect(log.textContent).not.toContain('Before 2.1')
  fireEvent.click(more)
  expect(log.textContent).toMatch(/Chat · Baggage · BS-7K2Q9MXT.*with Raj.*Before 2\.1.*Before 2\.2.*Hello/)
  expect(within(log).queryByRole('button', { name: 'Show earlier' })).toBeNull()
})

test('what the customer writes is said aloud once, what was there before is not', () => {
  const { connection, log } = opened()
  const say = (seq: number, author = ann) =>
    act(() =>
      connection.append(
        chat.conversation,
        entry(chat.conversation, seq, seq, author, { kind: 'message', text: `Text ${seq}` }),
      ),
    )
  say(1)
  const said = () => log.parentElement?.querySelector('[aria-live=polite]')?.textContent
  expect(said()).toBe('')
  say(2)
  expect(said()).toBe('Ann Lee: Text 2')
  say(3, ana)
  expect(said()).toBe('Ann Lee: Text 2')
})

test('[CH16] a text that an earlier page left and the server refused stays until it is discarded', () => {
  const { log } = opened()
  const payload = { streamId: chat.conversation, text: 'From before' }
  act(() => addRefused({ id: CommandId.parse(uuid(9)), name: 'message:send', payload, at: 1 }, 'closed'))
  expect(log.textContent).toContain('From before')
  fireEvent.click(within(log).getByRole('button', { name: 'Discard' }))
  expect(log.textContent).not.toContain('From before')
})
