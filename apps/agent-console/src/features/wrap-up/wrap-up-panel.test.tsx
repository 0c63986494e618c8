import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { me, start, view, work } from '../../testing/sample.ts'
import { WrapUpPanel } from './wrap-up-panel.tsx'

const wrapping = work(100, { status: 'wrap-up', wrapUpUntil: start + 45_000 })
const click = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

function opened() {
  const { connection } = renderDesk(<WrapUpPanel work={wrapping} dispositions={me.dispositions} />)
  act(() => connection.show(view({ work: [wrapping] })))
  return connection
}

test('[WU2] Done without a disposition is refused and says what is missing', async () => {
  const connection = opened()
  await click('Done')
  expect(screen.getByRole('alert').textContent).toBe('Choose how it ended first.')
  expect(connection.sent).toEqual([])
})

test('[WU1] the note is written before the contact is closed, with the fence of the owner', async () => {
  const connection = opened()
  fireEvent.click(screen.getByRole('radio', { name: 'Resolved' }))
  fireEvent.change(screen.getByRole('textbox', { name: 'Note for the next agent' }), {
    target: { value: 'Voucher sent' },
  })
  await click('Done')
  expect(connection.sent).toMatchObject([
    { name: 'note:add', payload: { streamId: wrapping.desk, text: 'Voucher sent' } },
    { name: 'wrap-up:complete', payload: { interactionId: wrapping.id, fence: 3, disposition: 'resolved' } },
  ])
})

test('a note that was refused keeps the contact open', async () => {
  const connection = opened()
  connection.answer(() => ({ ok: false, error: { code: 'busy' } }))
  fireEvent.click(screen.getByRole('radio', { name: 'Spam' }))
  fireEvent.change(screen.getByRole('textbox', { name: 'Note for the next agent' }), { target: { value: 'Kept' } })
  await click('Done')
  expect(connection.sent.map(({ name }) => name)).toEqual(['note:add'])
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Kept')
})

test('[WU4] the countdown is shown and can be extended', async () => {
  const connection = opened()
  expect(screen.getByRole('timer').textContent).toBe('0:45')
  await click('60 seconds more')
  expect(connection.sent).toMatchObject([{ name: 'wrap-up:extend', payload: { interactionId: wrapping.id, fence: 3 } }])
})
