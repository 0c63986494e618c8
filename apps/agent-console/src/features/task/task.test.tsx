import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { me, start, work } from '../../testing/sample.ts'
import { NewTaskDialog } from './new-task-dialog.tsx'
import { TaskCard } from './task-card.tsx'

const task = { text: 'Ring the <b>airport</b>.', dueAt: start + 60_000, by: 'Raj' }
const mine = work(100, { channel: 'task', task })

test('[TA5] an agent reads a task as text, puts it back, or puts it off for an hour', async () => {
  const { connection } = renderDesk(<TaskCard work={mine} task={task} />)
  expect(screen.getByRole('region', { name: 'What is to be done' }).textContent).toMatch(
    /Ring the <b>airport<\/b>\..*left by Raj.*due/,
  )
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Put back' })))
  const at = { interactionId: mine.id, fence: mine.fence }
  expect(connection.sent.at(-1)).toMatchObject({ name: 'task:park', payload: at })
  fireEvent.click(screen.getByRole('button', { name: 'Put off' }))
  await act(async () => fireEvent.click(screen.getByRole('menuitem', { name: 'an hour' })))
  expect(connection.sent.at(-1)?.payload).toEqual({ ...at, until: start + 3_600_000 })
})

test('[TA1] a task is left of the contact on the desk, or, unticked, of nobody', async () => {
  const onClose = vi.fn()
  const about = work(100)
  const { connection } = renderDesk(<NewTaskDialog subjects={me.subjects} about={about} onClose={onClose} />)
  fireEvent.change(screen.getByRole('textbox', { name: 'What is to be done' }), { target: { value: 'Call back.' } })
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Leave it' })))
  expect(connection.sent.at(-1)).toMatchObject({
    name: 'task:create',
    payload: { text: 'Call back.', subject: 'baggage', parentId: about.id },
  })
  expect(onClose).toHaveBeenCalledOnce()
  fireEvent.click(screen.getByRole('checkbox', { name: 'About this contact of Ann Lee' }))
  await act(async () => fireEvent.click(screen.getByRole('button', { name: 'Leave it' })))
  expect(connection.sent.at(-1)?.payload).toEqual({ text: 'Call back.', subject: 'baggage' })
})
