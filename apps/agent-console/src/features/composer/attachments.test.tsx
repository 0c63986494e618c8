import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, expect, test } from 'vitest'
import { useAttached } from '../../realtime/attachment-store.ts'
import { renderDesk } from '../../testing/render-desk.tsx'
import { rest } from '../../testing/rest.ts'
import { me, view, work } from '../../testing/sample.ts'
import { Composer } from './composer.tsx'

const chat = work(100)
const picture = (name = 'bag.png') =>
  new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), new Uint8Array(100)], name, { type: 'image/png' })

afterEach(() => {
  useAttached.setState({ list: [] })
  sessionStorage.clear()
})

/** The server as it takes files; the streams they were for. */
function opened(files = me.files) {
  const streams: (string | null)[] = []
  rest.use(
    http.post('/api/v1/files/:id', async ({ request }) => {
      const query = new URL(request.url).searchParams
      streams.push(query.get('stream'))
      const received = Number(query.get('offset')) + (await request.arrayBuffer()).byteLength
      return HttpResponse.json({ received, name: 'bag.png', type: 'image/png' })
    }),
  )
  const { connection } = renderDesk(
    <Composer
      work={chat}
      cannedReplies={me.cannedReplies}
      pages={me.pages}
      pageOrigins={me.pageOrigins}
      files={files}
    />,
  )
  act(() => connection.show(view({ work: [chat] })))
  return { connection, streams }
}
const reply = () => screen.getByRole('textbox', { name: 'Reply to Ann Lee' })
const choose = (...files: File[]) =>
  fireEvent.change(document.querySelector('input[type=file]') as Element, { target: { files } })
const tray = () => screen.queryByRole('list', { name: 'Files not sent yet' })

test('[FI1] a chosen file is uploaded, waits in the tray and goes with Send, without any text', async () => {
  const { connection, streams } = opened()
  choose(picture())
  expect(await screen.findByText('ready to send')).not.toBeNull()
  expect(connection.sent).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: /^Send/ }))
  expect(connection.sent).toMatchObject([{ name: 'file:send', payload: { streamId: chat.conversation } }])
  expect(streams).toEqual([chat.conversation])
  await waitFor(() => expect(tray()).toBeNull())
})

test('[FI1] what is attached to a note goes to the desk and is not among what a reply sends', async () => {
  const { connection } = opened()
  fireEvent.click(screen.getByRole('tab', { name: 'Note' }))
  choose(picture())
  await screen.findByText('ready to send')
  fireEvent.click(screen.getByRole('tab', { name: 'Reply' }))
  expect(tray()).toBeNull()
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Send/ }).disabled).toBe(true)
  fireEvent.click(screen.getByRole('tab', { name: 'Note' }))
  fireEvent.click(screen.getByRole('button', { name: /^Add note/ }))
  expect(connection.sent).toMatchObject([{ name: 'file:send', payload: { streamId: chat.desk } }])
})

test('[FI11] a kind the site does not take is refused by name, and can be taken away', async () => {
  const { streams } = opened()
  choose(new File(['<svg/>'], 'drawing.svg'))
  expect((await screen.findByRole('alert')).textContent).toBe('Your site takes pictures, PDF, and plain text only.')
  fireEvent.click(screen.getByRole('button', { name: 'Remove drawing.svg' }))
  expect(tray()).toBeNull()
  expect(streams).toEqual([])
})

test('[FI11] a file over the limit is refused with the limit', async () => {
  opened({ kinds: ['image'], maxBytes: 100 })
  choose(picture())
  expect((await screen.findByRole('alert')).textContent).toBe('Larger than 100 bytes, the most your site takes.')
})

test('[FI11] a pasted or dropped picture is attached', async () => {
  opened()
  fireEvent.paste(reply(), { clipboardData: { types: ['text/plain', 'Files'], files: [picture('of-a-text.png')] } })
  expect(tray()).toBeNull()
  fireEvent.paste(reply(), { clipboardData: { types: ['Files'], files: [picture('pasted.png')] } })
  fireEvent.dragOver(window, { dataTransfer: { types: ['Files'], files: [] } })
  expect(screen.getByText('Drop files here')).not.toBeNull()
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [picture('dropped.png')] } })
  await waitFor(() => expect(screen.getAllByText('ready to send')).toHaveLength(2))
  expect(tray()?.textContent).toMatch(/pasted\.png.*dropped\.png/)
})

test('[FI4] where the site takes no files there is no way to attach one', () => {
  opened({ kinds: [], maxBytes: 1 })
  expect(screen.queryByRole('button', { name: 'Attach a file' })).toBeNull()
})
