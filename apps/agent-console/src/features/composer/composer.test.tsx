import { act, cleanup, fireEvent, screen, within, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { me, view, work } from '../../testing/sample.ts'
import { Composer } from './composer.tsx'

const chat = work(100)
const reply = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to Ann Lee' })
const note = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Private note, only staff see it' })
const type = (field: HTMLTextAreaElement, value: string) => {
  fireEvent.change(field, { target: { value } })
  field.setSelectionRange(value.length, value.length)
  fireEvent.select(field)
}
const press = (field: HTMLElement, key: string, more = {}) =>
  act(async () => void fireEvent.keyDown(field, { key, ...more }))

function opened() {
  const { connection } = renderDesk(
    <Composer
      work={chat}
      cannedReplies={me.cannedReplies}
      pages={me.pages}
      pageOrigins={me.pageOrigins}
      files={me.files}
    />,
  )
  act(() => connection.show(view({ work: [chat] })))
  return connection
}

test('a contact that opens can be written to at once, unless the agent is at work elsewhere', () => {
  opened()
  expect(document.activeElement).toBe(reply())
  cleanup()
  const elsewhere = document.body.appendChild(document.createElement('input'))
  elsewhere.focus()
  opened()
  expect(document.activeElement).toBe(elsewhere)
  elsewhere.remove()
})

test('Enter sends a reply to the conversation and empties the field', async () => {
  const connection = opened()
  type(reply(), '  Hello Ann  ')
  await press(reply(), 'Enter')
  expect(connection.sent).toMatchObject([
    { name: 'message:send', payload: { streamId: chat.conversation, text: 'Hello Ann' } },
  ])
  expect(reply().value).toBe('')
})

test('Shift Enter and an empty text send nothing', async () => {
  const connection = opened()
  await press(reply(), 'Enter')
  type(reply(), 'Hello')
  await press(reply(), 'Enter', { shiftKey: true })
  expect(connection.sent).toEqual([])
})

test('[CH6] Tab switches to a note, which goes to the desk and never to the conversation', async () => {
  const connection = opened()
  await press(reply(), 'Tab')
  type(note(), 'Voucher allowed')
  await press(note(), 'Enter')
  expect(connection.sent).toMatchObject([
    { name: 'note:add', payload: { streamId: chat.desk, text: 'Voucher allowed' } },
  ])
})

test('reply and note keep drafts of their own, across a reload', async () => {
  opened()
  type(reply(), 'half a reply')
  await press(reply(), 'Tab')
  expect(note().value).toBe('')
  type(note(), 'half a note')
  cleanup()
  opened()
  expect(reply().value).toBe('half a reply')
  await press(reply(), 'Tab')
  expect(note().value).toBe('half a note')
})

test('a slash lists canned replies; arrows and Enter put one in without sending it', async () => {
  const connection = opened()
  type(reply(), '/')
  expect(screen.getAllByRole('option')).toHaveLength(3)
  await press(reply(), 'ArrowDown')
  await press(reply(), 'Enter')
  expect(reply().value).toBe('One moment please, I am looking that up.')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(connection.sent).toEqual([])
})

test('Escape closes the list and leaves the slash', async () => {
  opened()
  type(reply(), '/he')
  await press(reply(), 'Escape')
  expect(screen.queryByRole('listbox')).toBeNull()
  expect(reply().value).toBe('/he')
})

test('[CH8] a text over the limit cannot be sent and says by how much', async () => {
  const connection = opened()
  type(reply(), 'x'.repeat(4_003))
  expect(screen.getByText('3 characters too long').textContent).toBe('3 characters too long')
  await press(reply(), 'Enter')
  expect(connection.sent).toEqual([])
})

async function choosing() {
  const connection = opened()
  fireEvent.click(screen.getByRole('button', { name: 'Push page' }))
  const search = await screen.findByRole('searchbox')
  const find = (value: string) => fireEvent.change(search, { target: { value } })
  const push = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
  return { connection, find, push }
}

test('[PP1] several stored pages go out in one go, in the order in which they were chosen', async () => {
  const { connection, find, push } = await choosing()
  fireEvent.click(screen.getByRole('checkbox', { name: /Lounge access/ }))
  find('claim')
  fireEvent.click(screen.getByRole('checkbox', { name: /Baggage claim form/ }))
  await push('Push 2 pages')
  const [claim, , lounge] = me.pages
  expect(connection.sent.map(({ name, payload }) => ({ name, payload }))).toEqual([
    { name: 'page:push', payload: { streamId: chat.conversation, ...lounge } },
    { name: 'page:push', payload: { streamId: chat.conversation, ...claim } },
  ])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('what a search finds first is pushed without choosing it', async () => {
  const { connection, find, push } = await choosing()
  find('claim')
  await push('Push 1 page')
  expect(connection.sent).toMatchObject([{ name: 'page:push', payload: { title: 'Baggage claim form' } }])
})

test('[PP1] an address that is refused says why before anything is sent', async () => {
  const { connection, find } = await choosing()
  find('https://elsewhere.example/')
  expect(screen.getByRole('alert').textContent).toBe('Your site allows only: bluesky.example')
  const { getByRole } = within(screen.getByRole('dialog'))
  expect(getByRole<HTMLButtonElement>('button', { name: 'Push page' }).disabled).toBe(true)
  expect(connection.sent).toEqual([])
})

test('[CH11] the customer is told that the agent writes a reply, and never that a note is written', () => {
  const connection = opened()
  type(reply(), 'H')
  expect(connection.keys).toEqual([chat.conversation])
  fireEvent.click(screen.getByRole('tab', { name: 'Note' }))
  type(note(), 'secret')
  expect(connection.keys).toHaveLength(1)
})

test('arrow keys lead from the reply to the note, as in every list of tabs', async () => {
  opened()
  await press(screen.getByRole('tab', { name: 'Reply' }), 'ArrowRight')
  expect(document.activeElement).toBe(screen.getByRole('tab', { name: 'Note', selected: true }))
  expect(note()).toBeDefined()
})

test('an emoji goes to the caret, with the focus; Escape gives the focus back and writes nothing', async () => {
  opened()
  type(reply(), 'Hello Ann')
  reply().setSelectionRange(5, 5)
  fireEvent.click(screen.getByRole('button', { name: 'Emoji' }))
  const first = await screen.findByRole('gridcell', { name: 'slight smile' })
  await waitFor(() => expect(document.activeElement).toBe(first))
  await press(first, 'ArrowRight')
  const second = screen.getByRole('gridcell', { name: 'grin' })
  expect(document.activeElement).toBe(second)
  await act(async () => void fireEvent.click(second))
  expect(reply().value).toBe('Hello😀 Ann')
  expect(document.activeElement).toBe(reply())
  fireEvent.click(screen.getByRole('button', { name: 'Emoji' }))
  await press(await screen.findByRole('gridcell', { name: 'slight smile' }), 'Escape')
  expect(screen.queryByRole('grid')).toBeNull()
  expect(document.activeElement).toBe(reply())
  expect(reply().value).toBe('Hello😀 Ann')
})
