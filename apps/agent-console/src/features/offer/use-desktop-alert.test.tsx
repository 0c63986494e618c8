import { act, screen } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { me, offer, start, view } from '../../testing/sample.ts'
import { OfferStack } from './offer-stack.tsx'

class FakeNotification {
  static permission: NotificationPermission = 'granted'
  static requestPermission = vi.fn(() => Promise.resolve('granted' as const))
  static made: FakeNotification[] = []
  onshow: (() => void) | null = null
  onclick: (() => void) | null = null
  closed = false
  readonly title: string
  readonly options: NotificationOptions
  constructor(title: string, options: NotificationOptions) {
    this.title = title
    this.options = options
    FakeNotification.made.push(this)
  }
  close() {
    this.closed = true
  }
}

let visibility: DocumentVisibilityState

const become = (next: DocumentVisibilityState) =>
  act(async () => {
    visibility = next
    document.dispatchEvent(new Event('visibilitychange'))
  })

beforeEach(() => {
  visibility = 'visible'
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
  vi.stubGlobal('Notification', FakeNotification)
  FakeNotification.made = []
  FakeNotification.permission = 'granted'
  return () => vi.restoreAllMocks()
})

async function ringing() {
  let now = start
  const { connection } = renderDesk(
    <OfferStack me={me} onAccepting={vi.fn()} onAccepted={vi.fn()} onRefused={vi.fn()} />,
    () => now,
  )
  await act(async () => connection.show(view({ offers: [offer()] })))
  return { connection, later: (ms: number) => (now += ms) }
}

test('[OF10] a hidden tab alerts with name and subject only; the click brings it to the front, at the offer', async () => {
  const focus = vi.spyOn(window, 'focus').mockImplementation(() => undefined)
  const { connection } = await ringing()
  expect(FakeNotification.made).toEqual([])
  await become('hidden')
  const [alert] = FakeNotification.made
  expect(alert?.title).toBe('Chat from Tom Ito, Booking')
  expect(alert?.options).toMatchObject({ body: 'Open your desk to accept it.', tag: offer().id })
  expect(JSON.stringify(alert?.options)).not.toContain('BS204')
  await act(async () => alert?.onclick?.())
  expect(focus).toHaveBeenCalled()
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Accept' }))
  await act(async () => connection.show(view({ version: 2 })))
  expect(alert?.closed).toBe(true)
})

test('[OF10] an agent who looks at another tab of the desk is not alerted', async () => {
  void navigator.locks.request('beckon.on-screen', { mode: 'shared' }, () => new Promise(() => undefined))
  await ringing()
  await become('hidden')
  expect(FakeNotification.made).toEqual([])
})

test('the title of a hidden tab alternates until the offer is gone', async () => {
  const { connection, later } = await ringing()
  await become('hidden')
  later(1_000)
  await vi.waitFor(() => expect(document.title).toBe('Chat offer: answer now'))
  later(1_000)
  await vi.waitFor(() => expect(document.title).toBe('(28) Tom Ito · Booking'))
  await act(async () => connection.show(view({ version: 2 })))
  expect(document.title).toBe('Beckon')
})
