import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Toaster } from '../../components/toaster.tsx'
import { renderDesk } from '../../testing/render-desk.tsx'
import { channel, me, offer, start, view, waiting } from '../../testing/sample.ts'
import { QueuePanel } from './queue-panel.tsx'

const first = waiting(500, { value: 10, agreementAt: start - 1_000 })
const call = waiting(501, { channel: 'voice' })

function desk() {
  const told = { onPicking: vi.fn(), onPicked: vi.fn(), onRefused: vi.fn() }
  const { connection } = renderDesk(
    <>
      <QueuePanel subjects={me.subjects} {...told} />
      <Toaster closeLabel="Dismiss" />
    </>,
  )
  return { connection, ...told }
}
const panel = () => screen.getByRole('region', { name: 'Waiting to be picked' })
const pickOf = (name: string) => within(panel()).getByRole('button', { name }) as HTMLButtonElement

test('[QU11] an agent reads what waits, what it is worth and what was promised, and picks one', async () => {
  const { connection, onPicking, onPicked } = desk()
  act(() => connection.show(view({ visible: { contacts: [first, call], more: 3 } })))
  expect(panel().textContent).toContain('Lounge')
  expect(panel().textContent).toContain('waits 0:41')
  expect(panel().textContent).toContain('worth 10 min')
  expect(panel().textContent).toContain('missed')
  expect(panel().textContent).toContain('more behind them: 3')
  await act(async () => fireEvent.click(pickOf('Pick: Chat, Lounge')))
  const picked = { interactionId: first.id, channel: 'chat' }
  expect(connection.sent).toContainEqual(
    expect.objectContaining({ name: 'queue:pick', payload: { interactionId: first.id } }),
  )
  expect(onPicking).toHaveBeenCalledWith(picked)
  expect(onPicked).toHaveBeenCalledWith(picked)
})

test('[QU11] who comes second reads who was first', async () => {
  const { connection, onPicked, onRefused } = desk()
  connection.answer(() => ({ ok: false, error: { code: 'taken', by: 'Raj' } }))
  act(() => connection.show(view({ visible: { contacts: [first], more: 0 } })))
  await act(async () => fireEvent.click(pickOf('Pick: Chat, Lounge')))
  expect(screen.getByRole('alert').textContent).toContain('Raj was first.')
  expect(onPicked).not.toHaveBeenCalled()
  expect(onRefused).toHaveBeenCalledOnce()
})

test('[QU11] what could not be taken now cannot be picked: a channel that is off or full, or something rings', () => {
  const { connection } = desk()
  const visible = { contacts: [first, call], more: 0 }
  const off = channel({ channel: 'voice', intent: 'unavailable', presence: 'unavailable' })
  act(() => connection.show(view({ visible, channels: [channel(), off] })))
  expect(pickOf('Pick: Chat, Lounge').disabled).toBe(false)
  expect(pickOf('Pick: Voice, Lounge').disabled).toBe(true)
  act(() => connection.show(view({ visible, channels: [channel({ used: 4 }), off] })))
  expect(pickOf('Pick: Chat, Lounge').disabled).toBe(true)
  act(() => connection.show(view({ visible, offers: [offer()] })))
  expect(pickOf('Pick: Chat, Lounge').disabled).toBe(true)
})

test('[QU11] an empty queue says so; who serves none sees no panel', () => {
  const { connection } = desk()
  act(() => connection.show(view({ visible: { contacts: [], more: 0 } })))
  expect(panel().textContent).toContain('Nobody waits here now.')
  act(() => connection.show(view()))
  expect(screen.queryByRole('region', { name: 'Waiting to be picked' })).toBeNull()
})
