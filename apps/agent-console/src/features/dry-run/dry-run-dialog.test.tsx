import type { DryRun, RoutingResource } from '@beckon/shared/protocol/rest/routing'
import { fireEvent, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { problem } from '../../testing/rest-handlers.ts'
import { rest } from '../../testing/rest.ts'
import { me } from '../../testing/sample.ts'
import { DryRunDialog } from './dry-run-dialog.tsx'

const chosen: DryRun = {
  admitted: true,
  queue: 'service',
  position: 1,
  explanation: {
    chosen: { name: 'Ana', why: ['skill', 'longest-idle'] },
    nearest: [
      { name: 'Raj', lacks: ['full'] },
      { name: 'Omar', lacks: ['skill', 'language'] },
    ],
    others: { away: 4, skill: 1 },
  },
}
const refused: DryRun = {
  admitted: false,
  queue: 'disputes',
  reason: 'out-of-hours',
  instead: { opensAt: null, channels: ['voice'] },
}
const queue = { key: 'service', name: 'Customer service', segments: ['gold'] }
const routing = { queues: [queue], groups: [], values: [], buttons: [] } as unknown as RoutingResource

const asked: string[] = []
beforeEach(() => {
  asked.length = 0
  rest.use(
    http.get('/api/v1/routing', () => HttpResponse.json(routing)),
    http.get('/api/v1/routing/explanation', ({ request }) => {
      const { search, searchParams } = new URL(request.url)
      asked.push(search)
      return HttpResponse.json(searchParams.get('subject') === 'baggage' ? refused : chosen)
    }),
  )
})
const draw = () => renderDesk(<DryRunDialog me={me} onClose={() => undefined} />)

test('[RT13] a supervisor sees the queue, who would get it and why, and what kept the others', async () => {
  draw()
  const way = await screen.findByText('Ana')
  expect(way.parentElement?.textContent).toBe('Anaskill, longest idle')
  expect(await screen.findByText('Customer service')).toBeDefined()
  const raj = screen.getByText('Raj').closest('li')
  expect(raj && within(raj).getByText('no free slot')).toBeDefined()
  expect(screen.getByRole('region', { name: 'All others' }).textContent).toContain('away4')
})

test('[RT13] each change of the contact is asked at once, with what the site’s rules look at', async () => {
  draw()
  fireEvent.change(await screen.findByLabelText('Segment of the customer'), { target: { value: 'gold' } })
  fireEvent.change(screen.getByLabelText('Subject'), { target: { value: 'baggage' } })
  expect(await screen.findByText('Refused: closed at this hour')).toBeDefined()
  expect(screen.getByText('Offered instead: Voice.')).toBeDefined()
  expect(asked.at(-1)).toBe('?channel=chat&subject=baggage&segment=gold')
})

test('a question that was not answered is said, and asked again on wish', async () => {
  rest.use(http.get('/api/v1/routing/explanation', () => problem(400, 'invalid'), { once: true }))
  draw()
  expect(await screen.findByRole('alert')).toBeDefined()
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Ana')).toBeDefined()
})
