import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { me, start, view, work } from '../../testing/sample.ts'
import { WrapUpPanel } from './wrap-up-panel.tsx'

const wrapping = work(100, { status: 'wrap-up', wrapUpUntil: start + 45_000, wrapUpLatest: start + 285_000 })
const click = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

function opened(work = wrapping, now = () => start) {
  const { connection } = renderDesk(<WrapUpPanel work={work} dispositions={me.dispositions} />, now)
  act(() => connection.show(view({ work: [work] })))
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

test('[WU4] at the limit there is no more to extend, and it says so', () => {
  opened({ ...wrapping, wrapUpUntil: wrapping.wrapUpLatest })
  const extend = screen.getByRole<HTMLButtonElement>('button', { name: '60 seconds more' })
  expect(extend.disabled).toBe(true)
  expect(screen.getByText('extended as far as it goes, 5 minutes')).toBeDefined()
})

test('a number key chooses how it ended, but not while a note is typed', () => {
  opened()
  const chosen = () => screen.queryAllByRole<HTMLInputElement>('radio').find(({ checked }) => checked)?.value
  fireEvent.keyDown(screen.getByRole('textbox'), { key: '1' })
  expect(chosen()).toBeUndefined()
  fireEvent.keyDown(document.body, { key: '2' })
  expect(chosen()).toBe('follow-up')
  fireEvent.keyDown(document.body, { key: '9' })
  expect(chosen()).toBe('follow-up')
})

test('[WU3] a note that is still being written when the time runs out is kept, once', async () => {
  vi.useFakeTimers()
  let now = start
  const connection = opened(wrapping, () => now)
  fireEvent.change(screen.getByRole('textbox'), { target: { value: 'Call back on Monday' } })
  now = start + 43_600
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  vi.useRealTimers()
  expect(connection.sent).toMatchObject([
    { name: 'note:add', payload: { streamId: wrapping.desk, text: 'Call back on Monday' } },
  ])
})
