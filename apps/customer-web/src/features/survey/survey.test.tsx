import { fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { FrameMessage } from '../../loader/messages.ts'
import { noHost, useHost } from '../../realtime/host-store.ts'
import { scriptedSession } from '../../testing/scripted-connection.ts'
import { Survey } from './survey.tsx'
import { askAbout, stillAsked, useSurvey } from './survey-store.ts'

const answers: unknown[] = []
let works = true
const server = setupServer(
  http.post('*/widget/api/survey', async ({ request }) => {
    if (!works) return HttpResponse.error()
    answers.push(await request.json())
    return new HttpResponse(null, { status: 204 })
  }),
)
const kept: FrameMessage[] = []

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => {
  answers.length = 0
  kept.length = 0
  works = true
  useHost.setState({ ...noHost, link: { origin: '', tell: (message) => kept.push(message) } })
  useSurvey.setState({ state: 'asked', score: 0, text: '' })
  scriptedSession()
})
afterAll(() => server.close())

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

test('[SV1] the customer gives a score and, if they like, a word; nothing is sent before', async () => {
  render(<Survey interactionId="i-1" page={undefined} />)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send' }).disabled).toBe(true)
  fireEvent.click(screen.getByRole('radio', { name: '4 of 5' }))
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'quick' } })
  press('Send')
  expect(await screen.findByText('Thank you for your answer.')).toBeDefined()
  expect(answers).toEqual([{ site: 'bluesky', interactionId: 'i-1', score: 4, text: 'quick' }])
})

test('what was chosen and written stays when the screen is drawn anew, as in another language', async () => {
  const drawn = render(<Survey interactionId="i-1" page={undefined} />)
  fireEvent.click(screen.getByRole('radio', { name: '4 of 5' }))
  fireEvent.input(await screen.findByRole('textbox'), { target: { value: 'quick' } })
  drawn.unmount()
  render(<Survey interactionId="i-1" page={undefined} />)
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '4 of 5' }).checked).toBe(true)
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('quick')
  askAbout('i-2', 0)
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull())
})

test('an answer that did not arrive is said, kept, and sent again', async () => {
  works = false
  render(<Survey interactionId="i-1" page={undefined} />)
  fireEvent.click(screen.getByRole('radio', { name: '5 of 5' }))
  press('Send')
  expect(await screen.findByRole('alert')).toBeDefined()
  works = true
  press('Send')
  await waitFor(() => expect(answers).toMatchObject([{ score: 5 }]))
})

test('the question may be skipped, and is not asked again', async () => {
  askAbout('i-1', 1_000)
  render(<Survey interactionId="i-1" page={undefined} />)
  press('Skip')
  await waitFor(() => expect(screen.queryByText('How was it?')).toBeNull())
  expect(kept.at(-1)).toEqual({ type: 'keep', key: 'survey', value: null })
})

test('the next page asks for ten minutes, whatever another script wrote over it', () => {
  const { state } = useHost.getState()
  const keep = (survey: string) => useHost.setState({ state: { ...state, kept: { survey } } })
  keep(JSON.stringify({ interactionId: 'i-1', at: 1_000 }))
  expect([stillAsked(600_999), stillAsked(601_000)]).toEqual(['i-1', undefined])
  keep('not ours')
  expect(stillAsked(1_000)).toBeUndefined()
})

test('[PG1] the site asks in its own words, and says before what it likes', () => {
  const page = { kind: 'survey' as const, subject: '', title: 'How was Ana?', text: 'Two of three answer.' }
  render(<Survey interactionId="i-1" page={{ ...page, promotion: '', links: [] }} />)
  expect(screen.getByRole('group', { name: 'How was Ana?' })).toBeDefined()
  expect(screen.getByText('Two of three answer.')).toBeDefined()
})
