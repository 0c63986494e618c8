import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { start, view } from '../../testing/sample.ts'
import { QueueAlerts } from './queue-alerts.tsx'

test('[QU14] a supervisor reads which queue has nobody and who waits there; it goes by itself', () => {
  const { connection } = renderDesk(<QueueAlerts />)
  const alert = { queue: 'service', name: 'Customer service', channel: 'chat' as const }
  const alerts = [
    { ...alert, kind: 'nobody-at-work' as const, waiting: 3, since: start - 130_000 },
    { ...alert, queue: 'b', name: 'Disputes', kind: 'nobody-serves' as const, waiting: 0, since: null },
  ]
  const strip = screen.getByRole('status', { name: 'Queues without anybody' })
  act(() => connection.show(view({ alerts })))
  expect(strip.textContent).toBe(
    'Nobody is at work for Customer service, Chat · waiting: 3 2:10Nobody here can serve Disputes, Chat',
  )
  act(() => connection.show(view({ version: 2 })))
  expect(strip.textContent).toBe('')
})
