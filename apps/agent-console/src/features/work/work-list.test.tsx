import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { ana, ann, entry, me, start, view, work } from '../../testing/sample.ts'
import { WorkList } from './work-list.tsx'

const chat = work(100)
const wrapping = work(200, {
  status: 'wrap-up',
  wrapUpUntil: start + 90_000,
  customer: { name: '', identified: false, segment: null },
})

test('an agent sees each contact with its last words, unread count and clock, and opens one by a click', () => {
  const onSelect = vi.fn()
  const { connection } = renderDesk(
    <WorkList selectedId={wrapping.id} subjects={me.subjects} onSelect={onSelect} />,
    () => start + 180_000,
  )
  act(() => connection.show(view({ work: [chat, { ...wrapping, wrapUpUntil: start + 225_000 }] })))
  act(() =>
    connection.append(chat.conversation, entry(chat.conversation, 1, 1, ann, { kind: 'message', text: 'Hello?' })),
  )
  const row = screen.getByRole('button', { name: /Ann Lee/ })
  expect(row.textContent).toContain('Hello?')
  expect(row.textContent).toContain('2:00 waiting')
  expect(row.textContent).toContain('1 unread')
  expect(screen.getByRole('button', { name: /Visitor/ }).textContent).toContain('wrap-up 0:45')
  fireEvent.click(row)
  expect(onSelect).toHaveBeenCalledWith(chat.id)
})

test('[CH13] what the agent has read in another tab is not unread in this one', () => {
  const { connection } = renderDesk(<WorkList selectedId={undefined} subjects={me.subjects} onSelect={vi.fn()} />)
  const said = entry(chat.conversation, 1, 1, ann, { kind: 'message', text: 'Hello?' })
  act(() => connection.show(view({ work: [chat] })))
  act(() => connection.append(chat.conversation, said))
  const row = screen.getByRole('button', { name: /Ann Lee/ })
  expect(row.textContent).toContain('1 unread')
  act(() => connection.append(chat.conversation, entry(chat.conversation, 2, 2, ana, { kind: 'read', upTo: said.seq })))
  expect(row.textContent).not.toContain('unread')
})

test('[CH12] while a customer types, their row says so in place of the last words', () => {
  const { connection } = renderDesk(<WorkList selectedId={undefined} subjects={me.subjects} onSelect={vi.fn()} />)
  act(() => connection.show(view({ work: [chat] })))
  act(() => connection.types(chat.conversation, true))
  const row = screen.getByRole('button', { name: /Ann Lee/ })
  expect(row.textContent).toContain('typing…')
  act(() => connection.types(chat.conversation, false))
  expect(row.textContent).not.toContain('typing…')
})

test('[SI1] a chat whose customer is silent says that it takes no slot, or that it is about to end', () => {
  const { connection } = renderDesk(<WorkList selectedId={undefined} subjects={me.subjects} onSelect={vi.fn()} />)
  act(() => connection.show(view({ work: [{ ...chat, silence: 'freed' }] })))
  const row = screen.getByRole('button', { name: /Ann Lee/ })
  expect(row.textContent).toContain('silent, takes no slot')
  act(() => connection.show(view({ work: [{ ...chat, silence: 'warned' }] })))
  expect(row.textContent).toContain('silent, ends soon')
})

test('without work the list says where contacts will appear', () => {
  renderDesk(<WorkList selectedId={undefined} subjects={me.subjects} onSelect={vi.fn()} />)
  expect(screen.getByRole('region', { name: 'My work' }).textContent).toBe('Contacts you accept are listed here.')
})
