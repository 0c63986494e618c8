import { CallId, StreamId } from '@beckon/shared/model/ids'
import type { CallView } from '@beckon/shared/model/call-view'
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { uuid, view, work } from '../../testing/sample.ts'
import { answersHere } from '../../realtime/answering-tab.ts'
import { CallButton } from './call-button.tsx'

const chat = work(100)
const invited: CallView = {
  id: CallId.parse(uuid(1)),
  epoch: 1,
  state: 'invited',
  streamId: StreamId.parse(uuid(2)),
  agentTabId: null,
  customerTabId: null,
  connectedAt: null,
}
const voice = work(200, { dialogueId: chat.dialogueId, parentId: chat.id, channel: 'voice', call: invited })

test('[VO2] the agent invites to a call, waits for the customer, and this tab is the one to answer', async () => {
  const { connection } = renderDesk(<CallButton work={chat} />)
  act(() => connection.show(view({ work: [chat] })))
  connection.answer(() => ({ ok: true, value: { interactionId: voice.id, callId: invited.id } }))
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Ask Ann Lee to talk' })))
  expect(connection.sent).toMatchObject([{ name: 'call:invite', payload: { interactionId: chat.id } }])
  expect(answersHere(voice.id)).toBe(true)
  act(() => connection.show(view({ version: 2, work: [chat, voice] })))
  const waiting = screen.getByRole<HTMLButtonElement>('button', { name: 'Waiting for Ann Lee’s answer…' })
  expect(waiting.disabled).toBe(true)
})

test('while a call is up there is no second one to start', () => {
  const { connection } = renderDesk(<CallButton work={chat} />)
  act(() => connection.show(view({ work: [chat, { ...voice, call: { ...invited, state: 'talking' } }] })))
  expect(screen.queryByRole('button')).toBeNull()
})
