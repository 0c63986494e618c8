import { fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { FrameMessage } from '../../loader/messages.ts'
import { noHost, useHost } from '../../realtime/host-store.ts'
import { anEntry } from '../../testing/examples.ts'
import { scriptedSession } from '../../testing/scripted-connection.ts'
import { PageCard } from './page-card.tsx'

const host = 'https://bluesky.example'
const told: FrameMessage[] = []
const opened = vi.fn<typeof window.open>(() => null)
let script: ReturnType<typeof scriptedSession>

beforeEach(() => {
  told.length = 0
  opened.mockClear()
  vi.spyOn(window, 'open').mockImplementation(opened)
  useHost.setState({ ...noHost, link: { origin: host, tell: (message) => told.push(message) } })
  script = scriptedSession()
})
afterEach(() => {
  vi.restoreAllMocks()
})

/** The browser gives no window. */
const moveCall = vi.fn<() => boolean>(() => false)

function show(url: string, given: { inCall?: boolean; outcome?: 'opened' | 'dismissed' } = {}) {
  const page = { kind: 'page-pushed' as const, url, title: 'Claim form' }
  const entry = anEntry(page, { author: { kind: 'agent', name: 'Ana' } })
  const inCall = given.inCall ?? false
  render(<PageCard entry={entry} page={page} outcome={given.outcome} inCall={inCall} onMoveCall={moveCall} />)
  return entry
}
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('the customer sees who shows what from where, and nothing opens by itself', () => {
  show(`${host}/claim?ref=1`)
  expect(screen.getByRole('article', { name: 'Ana shows you a page' }).textContent).toContain(
    'Claim formbluesky.example/claim',
  )
  expect([told, opened.mock.calls, script.sent]).toEqual([[], [], []])
})

test('a page of the host opens in the host page, through the loader, and the agent is told', () => {
  const entry = show(`${host}/claim`)
  press('Open')
  expect(told).toEqual([{ type: 'go', url: `${host}/claim` }])
  expect(script.sent).toMatchObject([{ name: 'page:answer', payload: { pushId: entry.id, outcome: 'opened' } }])
  expect(opened).not.toHaveBeenCalled()
})

test('any other page opens in a new tab without opener', () => {
  show('https://partner.example/')
  press('Open')
  expect(opened.mock.calls).toEqual([['https://partner.example/', '_blank', 'noopener,noreferrer']])
  expect(told).toEqual([])
})

test('during a call a page of the host waits until the call has moved to its window, or opens beside it', () => {
  show(`${host}/claim`, { inCall: true })
  press('Move the call')
  expect(moveCall).toHaveBeenCalledTimes(1)
  expect(screen.getByText(/keeps such a window away/)).toBeDefined()
  expect(opened).not.toHaveBeenCalled()
  press('Open in a new tab')
  expect(told).toEqual([])
  expect(opened).toHaveBeenCalledTimes(1)
})

test('a page that was opened before the call asks for nothing', () => {
  show(`${host}/claim`, { inCall: true, outcome: 'opened' })
  expect(screen.queryByRole('button', { name: 'Move the call' })).toBeNull()
  press('Open again')
  expect(opened.mock.calls[0]?.[1]).toBe('_blank')
})

test('a page of another site asks for no such thing during a call', () => {
  show('https://elsewhere.example/', { inCall: true })
  expect(screen.queryByRole('button', { name: 'Move the call' })).toBeNull()
  press('Open')
  expect(opened).toHaveBeenCalledTimes(1)
})

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'blob:https://bluesky.example/1',
  'https://user:secret@bluesky.example/',
  'not an address',
])('%s can never be opened', (url) => {
  show(url)
  expect(screen.queryByRole('button', { name: 'Open' })).toBeNull()
  expect(screen.getByText('This address cannot be opened safely.')).toBeDefined()
})

test('a customer who says not now is asked no more, and may still look later', () => {
  show(`${host}/claim`)
  press('Not now')
  expect(script.sent).toMatchObject([{ payload: { outcome: 'dismissed' } }])
  document.body.replaceChildren()
  show(`${host}/claim`, { outcome: 'dismissed' })
  expect(screen.getByRole('status').textContent).toBe('You put it aside')
  expect(screen.queryByRole('button', { name: 'Not now' })).toBeNull()
  press('Open again')
  expect(script.sent).toHaveLength(2)
})
