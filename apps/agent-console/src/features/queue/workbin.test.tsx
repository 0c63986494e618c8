import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { channel, me, start, uuid, view, waiting } from '../../testing/sample.ts'
import { Workbin } from './workbin.tsx'

const task = waiting(500, { channel: 'task', task: 'Ring the airport.', agreementAt: start - 1_000 })
const parked = { id: waiting(501).id, subject: 'lounge', task: 'Send the form.', until: start + 3_600_000 }

test('[TA4, TA5] an agent reads what is to be done and by when, takes one, and sees what they put off', async () => {
  const told = { onPicking: vi.fn(), onPicked: vi.fn(), onRefused: vi.fn() }
  const { connection } = renderDesk(<Workbin subjects={me.subjects} {...told} />)
  const bin = screen.getByRole('region', { name: 'Workbin' })
  expect(bin.textContent).toContain('No task waits.')
  const workbin = { contacts: [task], more: 2, parked: [parked] }
  act(() => connection.show(view({ workbin, channels: [channel({ channel: 'task', capacity: 3 })] })))
  expect(bin.textContent).toMatch(/Ring the airport\..*was due.*Send the form\..*back.*more behind them: 2/)
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Take: Ring the airport.' })))
  expect(connection.sent.at(-1)).toMatchObject({ name: 'queue:pick', payload: { interactionId: uuid(500) } })
  expect(told.onPicked).toHaveBeenCalledWith({ interactionId: task.id, channel: 'task' })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Take it now: Send the form.' })))
  expect(connection.sent.at(-1)).toMatchObject({ name: 'queue:pick', payload: { interactionId: uuid(501) } })
})
