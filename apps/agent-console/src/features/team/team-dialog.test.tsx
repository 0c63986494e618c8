import type { Team, TeamMember } from '@beckon/shared/protocol/rest/presence'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { problem } from '../../testing/rest-handlers.ts'
import { rest } from '../../testing/rest.ts'
import { me, start, uuid } from '../../testing/sample.ts'
import { TeamDialog } from './team-dialog.tsx'

type Media = TeamMember['channels'][number]
const media = (part: Partial<Media> = {}): Media => ({
  id: uuid(900),
  channel: 'chat',
  nickname: null,
  presence: 'available',
  reason: null,
  since: start,
  used: 0,
  capacity: 4,
  deviceReady: true,
  ...part,
})
const member = (n: number, name: string, part: Partial<TeamMember> = {}): TeamMember => ({
  id: uuid(n),
  name,
  overall: 'ready',
  nextReason: null,
  channels: [media(), media({ channel: 'voice', capacity: 1 })],
  ...part,
})

let team: TeamMember[] | 'down'
/** The server's; the browser's own clock is another. */
let asOf: number
beforeEach(() => {
  team = []
  asOf = start
  vi.useFakeTimers({ toFake: ['Date'] })
  rest.use(
    http.get('/api/v1/team', ({ request }) => {
      if (team === 'down') return problem(503, 'unavailable')
      const letters = new URL(request.url).searchParams.get('q') ?? ''
      const found = team.filter(({ name }) => name.toLowerCase().includes(letters))
      const counts: Team['counts'] = { ready: 0, partial: 0, busy: 0, unavailable: 0, dnd: 0, offline: 0 }
      for (const { overall } of team) counts[overall]++
      return HttpResponse.json<Team>({ asOf, counts, found: found.length, items: found.slice(0, 200) })
    }),
  )
})
afterEach(() => void vi.useRealTimers())
const draw = () => renderDesk(<TeamDialog me={me} onClose={() => undefined} />)
const rowOf = async (name: string) => (await screen.findByRole('rowheader', { name: new RegExp(name) })).closest('tr')
const cellsOf = async (name: string) => {
  const row = await rowOf(name)
  return (
    row &&
    within(row)
      .getAllByRole('cell')
      .map(({ textContent }) => textContent)
  )
}

test('[PR20] a supervisor sees who could take a contact first, what each has in use, and for how long they are what they are', async () => {
  team = [
    member(3, 'Omar'),
    member(2, 'Raj', {
      overall: 'partial',
      nextReason: 'training',
      channels: [
        media({ presence: 'unavailable', reason: 'lunch', used: 1 }),
        media({ channel: 'voice', capacity: 1, deviceReady: false }),
      ],
    }),
    member(1, 'Ana', { overall: 'offline', channels: [media({ presence: 'offline' })] }),
  ]
  asOf = start + 65_000
  draw()
  const names = async () => (await screen.findAllByRole('rowheader')).map(({ textContent }) => textContent)
  expect(await names()).toEqual(['OmarReady', 'RajPartly readyNext: Training', 'AnaOffline'])
  expect(await cellsOf('Raj')).toEqual(['1 of 4Lunch 1:05', '0 of 1available 1:05no headset ready'])
  expect(await cellsOf('Ana')).toEqual(['0 of 4', '–'])
  const counts = screen.getByRole('list', { name: 'How many are what' })
  expect(
    within(counts)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['Ready 1', 'Partly ready 1', 'Offline 1'])
})

test('[PR23] an expert stands in the team with a column of their own', async () => {
  team = [member(1, 'Li', { channels: [media({ channel: 'expert', capacity: 1 })] }), member(2, 'Raj')]
  draw()
  expect(await screen.findByRole('columnheader', { name: 'Expert' })).toBeDefined()
  expect(await cellsOf('Li')).toEqual(['–', '–', '0 of 1available 0:00'])
})

test('what is older than ten seconds is marked as old, with its time', async () => {
  team = [member(1, 'Ana')]
  draw()
  expect((await screen.findByText(/^As it is now/)).getAttribute('role')).toBe('status')
  vi.setSystemTime(Date.now() + 10_001)
  expect(await screen.findByText(/^As it was at \d\d:\d\d\./)).toBeDefined()
})

test('a team that is not read says so, and is read by a click', async () => {
  team = 'down'
  draw()
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('could not be read')
  team = [member(1, 'Ana')]
  await act(async () => void fireEvent.click(within(alert).getByRole('button', { name: 'Try again' })))
  expect(await rowOf('Ana')).toBeDefined()
})

test('in a large team somebody is found by name, and rows that nobody reads are counted', async () => {
  team = Array.from({ length: 230 }, (_, n) => member(n + 1, `Agent ${n}`))
  draw()
  expect(await screen.findByText('And 30 more: find them by name.')).toBeDefined()
  const search = screen.getByRole('searchbox', { name: 'Find somebody by name' })
  fireEvent.change(search, { target: { value: 'agent 229' } })
  expect(screen.getByText(/^As it is now/)).toBeDefined()
  await waitFor(() =>
    expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Agent 229Ready']),
  )
  fireEvent.change(search, { target: { value: 'nobody' } })
  expect(await screen.findByText('Nobody has that name.')).toBeDefined()
})

test('a site without agents says what to do first', async () => {
  draw()
  expect(await screen.findByText('Nobody serves customers yet')).toBeDefined()
})

test('[PR29] of an agent on several devices the team says each by name, and of one none', async () => {
  const voice = (n: number, nickname: string, part: Partial<Media> = {}) =>
    media({ id: uuid(900 + n), channel: 'voice', capacity: 1, nickname, ...part })
  team = [
    member(1, 'Ana', { channels: [voice(1, 'Desk'), voice(2, 'Mobile'), voice(3, 'Tablet', { presence: 'offline' })] }),
    member(2, 'Raj', { channels: [voice(4, 'Home'), voice(5, 'Old', { presence: 'offline' })] }),
  ]
  draw()
  await waitFor(() => expect(screen.getByText('Mobile')).toBeDefined())
  expect(screen.getByText('Desk')).toBeDefined()
  for (const name of ['Tablet', 'Home', 'Old']) expect(screen.queryByText(name)).toBeNull()
})
