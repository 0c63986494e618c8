import type { HistoryItem, HistoryResponse } from '@beckon/shared/protocol/http'
import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { enLater } from '../../components/catalogue/en-later.ts'
import { addTexts } from '../../components/catalogue/text.ts'
import { useSession } from '../../realtime/session-store.ts'
import { History } from './history.tsx'

addTexts(enLater)

const item = (n: number, part: Partial<HistoryItem>): HistoryItem => ({
  interactionId: `i${n}`,
  reference: `BS-${n}`,
  channel: 'chat',
  subject: 'baggage',
  startedAt: 1_700_000_000_000 - n,
  endedAt: 1_700_000_000_000,
  lengthMs: 65_000,
  agentName: 'Ana',
  cause: 'ended-by-agent',
  messages: 3,
  survey: null,
  ...part,
})
const whole: HistoryResponse = {
  items: [
    item(1, {}),
    item(2, { subject: 'lounge', agentName: null, lengthMs: null, cause: 'abandoned' }),
    item(3, { agentName: 'Raj' }),
  ],
  nextCursor: null,
  filters: {
    subjects: [
      { key: 'baggage', name: 'Baggage' },
      { key: 'lounge', name: 'Lounge, as it was' },
    ],
    agents: ['Ana', 'Raj'],
    channels: ['chat'],
  },
}
const asked: URLSearchParams[] = []
beforeEach(() => {
  asked.length = 0
  const site = { key: 'bluesky', subjects: [] } as never
  useSession.setState({ session: { phase: 'ready', site, token: null } as never })
  vi.stubGlobal('fetch', async (path: string) => {
    const query = new URL(path, 'http://widget.example').searchParams
    asked.push(query)
    const found = query.has('q') || query.has('agent') ? { items: [], nextCursor: null, filters: whole.filters } : whole
    return new Response(JSON.stringify(found))
  })
})
afterEach(() => vi.unstubAllGlobals())

it('[HI1] a customer sees the past by subject, with whom and for how long, and what nobody answered', async () => {
  render(<History />)
  const baggage = await screen.findByRole('region', { name: 'Baggage' })
  expect(baggage.querySelectorAll('li')).toHaveLength(2)
  expect(baggage.textContent).toContain('with Ana · 1:05')
  expect(screen.getByRole('region', { name: 'Lounge, as it was' }).textContent).toContain('not answered')
  // One channel is nothing to choose from.
  expect(screen.queryByRole('combobox', { name: 'Chats and calls' })).toBeNull()
})

it('[HI1] a choice narrows what is asked, and nothing found says what to try', async () => {
  render(<History />)
  fireEvent.change(await screen.findByRole('combobox', { name: 'Person' }), { target: { value: 'Raj' } })
  await screen.findByText('Nothing found. Try other words, or all subjects.')
  expect(asked.at(-1)?.get('agent')).toBe('Raj')
  fireEvent.change(screen.getByRole('combobox', { name: 'Person' }), { target: { value: '' } })
  await screen.findByRole('region', { name: 'Baggage' })
})

it('[HI2] while somebody types the server is asked once they pause, for the last words only', async () => {
  render(<History />)
  const box = await screen.findByRole('searchbox', { name: 'Search what was said' })
  for (const q of ['l', 'lo', 'lost']) fireEvent.input(box, { target: { value: q } })
  await waitFor(() => expect(asked.at(-1)?.get('q')).toBe('lost'))
  expect(asked.filter((query) => query.has('q'))).toHaveLength(1)
})
