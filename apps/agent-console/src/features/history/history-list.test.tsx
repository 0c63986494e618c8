import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { pastItem, problem } from '../../testing/rest-handlers.ts'
import { rest } from '../../testing/rest.ts'
import { me, uuid } from '../../testing/sample.ts'
import { EarlierNotes } from './earlier-notes.tsx'
import { HistoryList } from './history-list.tsx'

test('an agent pages back through their contacts', async () => {
  rest.use(
    http.get('/api/v1/history', ({ request }) => {
      const next = new URL(request.url).searchParams.get('cursor') === 'older'
      return HttpResponse.json(
        next
          ? { items: [pastItem(2, { reference: 'BS-OLDER' })], nextCursor: null }
          : { items: [pastItem(1, { reference: 'BS-NEWER' })], nextCursor: 'older' },
      )
    }),
  )
  renderDesk(<HistoryList of="mine" me={me} empty="none" />)
  await screen.findByRole('button', { name: /BS-NEWER, Booking, Resolved/ })
  fireEvent.click(screen.getByRole('button', { name: 'Show older' }))
  await screen.findByRole('button', { name: /BS-OLDER, Baggage, Resolved/ })
  expect(screen.queryByRole('button', { name: 'Show older' })).toBeNull()
})

test('a transcript opens on a click, notes marked as notes', async () => {
  renderDesk(<HistoryList of={{ interactionId: pastItem(9).interactionId }} me={me} empty="none" />)
  const [first] = await screen.findAllByRole('button', { name: /Transcript of/ })
  if (first !== undefined) fireEvent.click(first)
  await screen.findByRole('dialog', { name: 'Transcript BS-7K2Q9MXT' })
  await screen.findByText('My bag is late.')
  const link = screen.getByRole('link', { name: 'Save as text' })
  expect(link.getAttribute('href')).toContain('/transcript/file?format=text')
  expect(screen.getByText('Tag checked.').closest('.hatched')?.textContent).toContain('Note · only staff')
})

test('a failed history offers to try again', async () => {
  rest.use(http.get('/api/v1/history', () => problem(403, 'forbidden'), { once: true }))
  renderDesk(<HistoryList of="mine" me={me} empty="none" />)
  await screen.findByText('The history could not be loaded.')
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findAllByRole('button', { name: /Transcript of/ })).toHaveLength(4)
})

test('what colleagues noted on the last contacts stands together, and nothing of what was said', async () => {
  renderDesk(<EarlierNotes interactionId={uuid(100)} />)
  const notes = await screen.findByRole('region', { name: /Notes from before/ })
  expect(within(notes).getAllByText('Tag checked.')).toHaveLength(2)
  expect(notes.textContent).not.toContain('My bag is late.')
})

test('a customer who left before anybody answered is said to have left, with no count of nothing', async () => {
  const gone = pastItem(1, { cause: 'abandoned', disposition: null, messages: 0 })
  rest.use(http.get('/api/v1/history', () => HttpResponse.json({ items: [gone], nextCursor: null })))
  renderDesk(<HistoryList of="mine" me={me} empty="none" />)
  const row = await screen.findByRole('button', { name: /left the queue/ })
  expect(row.textContent).not.toMatch(/no disposition|0 messages/)
})

test('[HI1] an agent narrows the past to a subject and searches it; nothing found says what to try', async () => {
  const asked: URLSearchParams[] = []
  const subjects = [
    { key: 'baggage', name: 'Baggage' },
    { key: 'booking', name: 'Booking' },
  ]
  rest.use(
    http.get('/api/v1/history', ({ request }) => {
      const query = new URL(request.url).searchParams
      asked.push(query)
      const items = query.get('q') === 'nothing' ? [] : [pastItem(2, { reference: 'BS-FOUND' })]
      return HttpResponse.json({ items, nextCursor: null, filters: { subjects, agents: ['Ana'], channels: ['chat'] } })
    }),
  )
  renderDesk(<HistoryList of="mine" me={me} empty="none" />)
  fireEvent.change(await screen.findByRole('combobox', { name: 'Subject' }), { target: { value: 'baggage' } })
  await waitFor(() => expect(asked.at(-1)?.get('subject')).toBe('baggage'))
  expect(screen.queryByRole('combobox', { name: 'Agent' })).toBeNull()
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nothing' } })
  await screen.findByText('Nothing found. Try other words or all subjects.')
})
