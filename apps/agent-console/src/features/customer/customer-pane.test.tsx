import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { WorkView } from '@beckon/shared/model/agent-view'
import { InteractionId } from '@beckon/shared/model/ids'
import { act, screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { renderDesk } from '../../testing/render-desk.tsx'
import { rest } from '../../testing/rest.ts'
import { me, start, uuid, view, work } from '../../testing/sample.ts'
import { CustomerPane } from './customer-pane.tsx'
import { drawMap } from './draw-map.ts'
import { loadCountries } from './load-countries.ts'
import { outsideMap, placeText } from './place-text.ts'

const atlas = readFileSync(createRequire(import.meta.url).resolve('world-atlas/countries-50m.json'), 'utf8')
const serveMap = () =>
  rest.use(
    http.get('*/countries-50m.json', () =>
      HttpResponse.text(atlas, { headers: { 'content-type': 'application/json' } }),
    ),
  )

function shown(part: Partial<WorkView>, now = start) {
  const item = work(100, part)
  const { connection } = renderDesk(
    <CustomerPane work={item} subjectName="Baggage" siteName="Blue Sky" subjects={me.subjects}>
      {null}
    </CustomerPane>,
    () => now,
  )
  act(() => connection.show(view({ work: [item] })))
}
const context = (part: Partial<WorkView['context']>) => ({ items: [], trail: [], locale: null, device: null, ...part })
const at = (value: string, source: 'customer' | 'page' = 'customer') =>
  context({ items: [{ key: 'location', value, source, trust: 'client' as const }] })

test('[CX6] a place the customer shared is on a map, with its country, how exact it is, and who said so', async () => {
  serveMap()
  shown({ context: at('51.5,-0.5') })
  expect(await screen.findByRole('img', { name: 'Map: 51.5° N, 0.5° W · United Kingdom' })).toBeDefined()
  expect(screen.getByText('shared by Ann Lee, to about 10 km')).toBeDefined()
  expect(screen.getByRole('link', { name: 'Street map' }).getAttribute('rel')).toContain('noreferrer')
  expect(within(screen.getByRole('region', { name: /Context/ })).queryByText(/51\.5/)).toBeNull()
})

test('[CX6] a place that only the page names is not said to be shared by the customer', async () => {
  serveMap()
  shown({ context: at('48.8566,2.3522', 'page') })
  expect(await screen.findByText('said by the page, exactly')).toBeDefined()
})

test('what is no place stays an item of the context', () => {
  shown({ context: at('gate 12') })
  expect(screen.queryByRole('figure')).toBeNull()
  expect(screen.getByText(/gate 12/)).toBeDefined()
})

test('the trail says how long each page was open, and where the customer is now', () => {
  const page = (path: string, enteredAt: number, dwellMs: number) => ({
    url: `https://bluesky.example${path}`,
    title: path,
    enteredAt,
    dwellMs,
  })
  const trail = [page('/a', start, 40_000), page('/b', start + 40_000, 300_000), page('/c', start + 340_000, 0)]
  shown({ context: context({ trail }) }, start + 340_000 + 720_000)
  const rows = within(screen.getByRole('region', { name: /Page trail/ })).getAllByRole('listitem')
  expect(rows.map((row) => /40 s|5 min|now, 12 min/.exec(row.textContent)?.[0])).toEqual([
    '40 s',
    '5 min',
    'now, 12 min',
  ])
})

test('[CX7] what else is open with the customer, and who has it', () => {
  const id = InteractionId.parse(uuid(900))
  shown({ alongside: [{ id, channel: 'voice', subject: 'lounge', agentName: 'Raj' }] })
  expect(screen.getByRole('region', { name: /Also open/ }).textContent).toContain('Voice · Loungewith Raj')
})

test('[CX7] the contact on the desk is not among what else is open, whatever the last view said', () => {
  const own = { id: work(100).id, channel: 'voice' as const, subject: 'lounge', agentName: null }
  shown({ alongside: [own] })
  expect(screen.queryByRole('region', { name: /Also open/ })).toBeNull()
})

test('every place is drawn: on the date line, at sea, in the far south', async () => {
  serveMap()
  const countries = await loadCountries()
  const at = (latitude: number, longitude: number) => drawMap(countries, { latitude, longitude, precision: 'coarse' })
  expect(at(-17.8, 178.1)).toMatchObject({ country: 'Fiji' })
  expect(at(40, -40)).toMatchObject({ country: undefined, here: undefined, land: '' })
  expect(at(-33.9, 151.2).land + (at(-33.9, 151.2).here ?? '')).not.toBe('')
  expect(placeText({ latitude: -33.8688, longitude: 151.2093, precision: 'exact' })).toBe('33.8688° S, 151.2093° E')
  expect(outsideMap({ latitude: 1.5, longitude: 2.5, precision: 'coarse' })).toMatch(
    /^https:\/\/www\.openstreetmap\.org\//,
  )
})
