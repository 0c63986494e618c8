import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { enLater } from '../../components/catalogue/en-later.ts'
import { addTexts } from '../../components/catalogue/text.ts'
import type { FileBody } from '../../components/file-card.tsx'
import type { FrameMessage } from '../../loader/messages.ts'
import { noHost, useHost } from '../../realtime/host-store.ts'
import { useSession } from '../../realtime/session-store.ts'
import { anEntry, anInteraction } from '../../testing/examples.ts'
import { scriptedSession } from '../../testing/scripted-connection.ts'
import { attachments, useAttached } from './attached.ts'
import { FileLine } from './file-line.tsx'
import { FileTray } from './file-tray.tsx'

const { conversation } = anInteraction()
const told: FrameMessage[] = []
const fetched = vi.fn<typeof fetch>()
const picture = (size = 100) =>
  new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), new Uint8Array(size - 8)], 'bag.png')
const file: FileBody = { kind: 'file', fileId: 'f1', name: 'bag.png', type: 'image/png', size: 1_250_000, note: false }
let script: ReturnType<typeof scriptedSession>

beforeEach(() => {
  told.length = 0
  addTexts(enLater)
  useHost.setState({ ...noHost, link: { origin: 'https://host.example', tell: (message) => told.push(message) } })
  script = scriptedSession()
  fetched.mockReset()
  fetched.mockImplementation(async (url) => {
    const offset = Number(new URL(String(url), 'http://widget.example').searchParams.get('offset'))
    return Response.json({ received: Math.max(offset, 100), name: 'bag.png', type: 'image/png' })
  })
  vi.stubGlobal('fetch', fetched)
})
afterEach(() => {
  for (const { id } of useAttached.getState().list) attachments.remove(id)
  vi.unstubAllGlobals()
})

const tray = () => screen.queryByRole('list', { name: 'Files not sent yet' })

test('[FI11] a chosen file waits in the tray, is kept by name over a reload, and goes when it is sent', async () => {
  render(<FileTray streamId={conversation} />)
  attachments.add(conversation, [picture()])
  await screen.findByText('ready to send')
  const kept = told.findLast((message) => message.type === 'keep')
  expect(kept).toMatchObject({ key: 'files', value: expect.stringContaining('bag.png') })
  attachments.sendAll(conversation)
  expect(script.sent).toMatchObject([{ name: 'file:send', payload: { streamId: conversation } }])
  await waitFor(() => expect(tray()).toBeNull())
  expect(told.at(-1)).toEqual({ type: 'keep', key: 'files', value: null })
})

test('[FI11] where cookies fail the token goes along, in a header', async () => {
  const { session } = useSession.getState()
  if (session.phase === 'ready') useSession.setState({ session: { ...session, token: 'page-token' } })
  attachments.add(conversation, [picture()])
  await vi.waitFor(() => expect(fetched).toHaveBeenCalled())
  const [url, init] = fetched.mock.calls[0] ?? []
  expect(String(url)).toMatch(/^\/widget\/api\/files\/[\w-]+\?stream=[\w-]+&size=100&offset=0&site=bluesky$/)
  expect(init?.headers).toMatchObject({ authorization: 'Bearer page-token', 'x-file-name': 'bag.png' })
})

test('[FI11] what is refused says why before anything is sent, and can be taken away', async () => {
  render(<FileTray streamId={conversation} />)
  attachments.add(conversation, [new File(['<svg/>'], 'drawing.svg')])
  expect((await screen.findByRole('alert')).textContent).toBe('We can take pictures, PDF, and plain text only. ')
  attachments.add(conversation, [picture(10_000_001)])
  await screen.findByText(/Larger than 10 MB/)
  expect(fetched).not.toHaveBeenCalled()
  for (const name of ['Remove drawing.svg', 'Remove bag.png']) fireEvent.click(screen.getByRole('button', { name }))
  await waitFor(() => expect(tray()).toBeNull())
})

test('[FI8] a picture is fetched with the visitor’s own right and shown; what is gone says so when it is saved', async () => {
  fetched.mockImplementation(async () => new Response('picture'))
  render(<FileLine entry={anEntry(file, { author: { kind: 'agent', name: 'Ana' } })} file={file} />)
  const look = screen.getByRole<HTMLButtonElement>('button', { name: 'Look at bag.png' })
  await waitFor(() => expect(look.disabled).toBe(false))
  expect(look.querySelector('img')?.src).toMatch(/^blob:/)
  expect(fetched.mock.calls[0]?.[0]).toBe('/widget/api/files/f1?site=bluesky')
  fetched.mockImplementation(async () => new Response('{}', { status: 404 }))
  fireEvent.click(screen.getByRole('button', { name: 'Save bag.png' }))
  expect((await screen.findByRole('alert')).textContent).toBe('This file cannot be had right now.')
})
