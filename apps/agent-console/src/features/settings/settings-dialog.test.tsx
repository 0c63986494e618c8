import type { ContactPage } from '@beckon/shared/model/contact-page'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { problem } from '../../testing/rest-handlers.ts'
import { rest } from '../../testing/rest.ts'
import { me } from '../../testing/sample.ts'
import { SettingsDialog } from './settings-dialog.tsx'

const welcome: ContactPage = {
  kind: 'welcome',
  subject: '',
  title: '',
  text: 'Have your code at hand.',
  promotion: '',
  links: [],
}
const site = {
  id: '1',
  key: 'bluesky',
  name: 'Blue Sky',
  accent: '#0b66c3',
  origins: [],
  files: {},
  look: { radius: 4 },
}
const week = Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:00' }])
const queue = { key: 'service', name: 'Customer service', hours: 'office' }
const routing = { queues: [queue], hours: [{ key: 'office', zone: 'Europe/Oslo', week, holidays: [] }], warnings: [] }

interface Sent {
  method: string
  path: string
  version: string | null
  body: Record<string, unknown>
}
const sent: Sent[] = []
const take = async (request: Request): Promise<Sent['body']> => {
  const body = (await request.json()) as Sent['body']
  const { method, url, headers } = request
  sent.push({ method, path: new URL(url).pathname, version: headers.get('if-match'), body })
  return body
}
const answer = (value: object, version: string) => HttpResponse.json(value, { headers: { etag: version } })

beforeEach(() => {
  sent.length = 0
  rest.use(
    http.get('/api/v1/contact-pages/welcome', () => answer(welcome, '"1"')),
    http.get('/api/v1/contact-pages/:id', () => problem(404, 'not-found')),
    http.patch('/api/v1/contact-pages/:id', async ({ request }) =>
      answer({ ...welcome, ...(await take(request)) }, '"2"'),
    ),
    http.post('/api/v1/contact-pages', async ({ request }) => answer(await take(request), '"1"')),
    http.get('/api/v1/site', () => answer(site, '"s"')),
    http.patch('/api/v1/site', async ({ request }) => answer({ ...site, ...(await take(request)) }, '"t"')),
    http.get('/api/v1/routing', () => answer(routing, '"r"')),
    http.patch('/api/v1/routing', async ({ request }) => answer({ ...routing, ...(await take(request)) }, '"q"')),
  )
})
const draw = () => renderDesk(<SettingsDialog me={me} onClose={() => undefined} />)
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const saved = () => screen.findByText('Saved. It holds from now on.')

test('an administrator changes what is read before a contact, sees it, and goes on from the new version', async () => {
  draw()
  await screen.findByDisplayValue('Have your code at hand.')
  type('Text', 'Have your tag at hand.')
  expect(within(screen.getByRole('region', { name: 'Preview' })).getByText('Have your tag at hand.')).toBeDefined()
  press('Save')
  await saved()
  type('News or an offer', 'Half price')
  expect(screen.queryByText('Saved. It holds from now on.')).toBeNull()
  press('Save')
  await saved()
  expect(sent.map(({ version, body }) => [version, body['text'], body['promotion']])).toEqual([
    ['"1"', 'Have your tag at hand.', ''],
    ['"2"', 'Have your tag at hand.', 'Half price'],
  ])
})

test('a page that is not there yet is made for its kind and subject', async () => {
  draw()
  await screen.findByDisplayValue('Have your code at hand.')
  type('When it is read', 'survey')
  type('For', me.subjects[0]?.key ?? '')
  expect(await screen.findByText(/Nothing yet/)).toBeDefined()
  type('Question', 'How was Ana?')
  press('Save')
  await saved()
  expect(sent).toMatchObject([
    { method: 'POST', body: { kind: 'survey', subject: me.subjects[0]?.key, title: 'How was Ana?' } },
  ])
})

test('[RS2] who was faster is not overwritten: it is said, what was written stays, and theirs is a click away', async () => {
  rest.use(http.patch('/api/v1/contact-pages/welcome', () => problem(412, 'changed')))
  draw()
  await screen.findByDisplayValue('Have your code at hand.')
  type('Text', 'Mine')
  press('Save')
  expect((await screen.findByRole('alert')).textContent).toContain('Somebody changed this meanwhile')
  expect(screen.getByDisplayValue('Mine')).toBeDefined()
  rest.use(http.get('/api/v1/contact-pages/welcome', () => answer({ ...welcome, text: 'Theirs' }, '"9"')))
  press('Load theirs')
  expect(await screen.findByDisplayValue('Theirs')).toBeDefined()
  expect(screen.queryByDisplayValue('Mine')).toBeNull()
})

test('[PG3] what is wrong is said at its field', async () => {
  const problems = [{ code: 'page-not-allowed', at: 'links.0.url' }]
  rest.use(
    http.patch('/api/v1/contact-pages/welcome', () =>
      HttpResponse.json({ code: 'unprocessable', problems }, { status: 422 }),
    ),
  )
  draw()
  await screen.findByDisplayValue('Have your code at hand.')
  press('Add a link')
  type('Link', 'Elsewhere')
  type('Address', 'https://evil.example/')
  press('Save')
  await waitFor(() => expect(screen.getByLabelText('Address').getAttribute('aria-invalid')).toBe('true'))
  expect(screen.getByText(/Only pages of your own sites/)).toBeDefined()
})

test('[TH3] a look that could not be read is not sent; one that can is', async () => {
  draw()
  fireEvent.click(screen.getByRole('tab', { name: 'Look' }))
  fireEvent.click(await screen.findByLabelText('Ground and words of our own'))
  type('Ground', '#808080')
  type('Words', '#909090')
  expect(screen.getByText(/A contrast of 1.2/)).toBeDefined()
  press('Save')
  type('Words', '#000000')
  press('Save')
  await saved()
  expect(sent).toMatchObject([
    { path: '/api/v1/site', version: '"s"', body: { look: { radius: 4, ground: '#808080', text: '#000000' } } },
  ])
})

test('[HR1] a day is closed, a holiday added, and a queue always open', async () => {
  draw()
  fireEvent.click(screen.getByRole('tab', { name: 'Opening hours' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Sunday, remove shift 1' }))
  type('Monday, shift 1, from', '08:30')
  press('Add a day')
  type('Day 1', '2026-12-25')
  type('Customer service', '')
  press('Save')
  await saved()
  const { hours: [hours] = [], queues } = (sent[0]?.body ?? {}) as { hours?: typeof routing.hours; queues?: object[] }
  expect([hours?.week[0], hours?.week[6]]).toEqual([[{ from: '08:30', to: '17:00' }], []])
  expect(hours?.holidays).toEqual([{ date: '2026-12-25', shifts: [] }])
  expect(queues).toMatchObject([{ key: 'service', hours: null }])
})
