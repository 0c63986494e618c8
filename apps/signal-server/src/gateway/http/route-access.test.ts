import { randomUUID } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HttpServer, httpServer } from '../../../testing/http-server.ts'
import { demoPassword } from '../../demo/demo-people.ts'

type Person = 'stranger' | 'customer' | 'agent' | 'expert' | 'supervisor' | 'admin'
const everyone: Person[] = ['stranger', 'customer', 'agent', 'expert', 'supervisor', 'admin']
const staff: Person[] = ['agent', 'expert', 'supervisor', 'admin']

interface Row {
  host: 'public' | 'widget' | 'both'
  /** Who gets past the door; what is behind it is another test's matter. */
  in: Person[]
  /** Where it differs from the registered path. */
  url?: string
  /** Ends the session it is asked in. */
  ends?: true
  payload?: object | Buffer
  headers?: Record<string, string>
}

const id = randomUUID()
const part = `?site=bluesky&stream=${id}&size=1&offset=0`
const upload = { payload: Buffer.from('x'), headers: { 'content-type': 'application/octet-stream' } }
const page: Row = { host: 'widget', in: everyone }
const consolePage: Row = { host: 'public', in: everyone }
const post = (payload: object, people: Person[]): Row => ({
  host: 'widget',
  in: people,
  payload: { site: 'bluesky', ...payload },
})

/** Written out by hand: who may ask what. */
const matrix: Record<string, Row> = {
  'GET /healthz': { host: 'both', in: everyone },
  'GET /readyz': { host: 'both', in: everyone },
  'GET /widget.js': page,
  'GET /widget/assets/*': { ...page, url: '/widget/assets/panel-1a2b3c4d.js' },
  'GET /widget/frame': { ...page, url: '/widget/frame?site=bluesky' },
  'GET /widget/call': { ...page, url: '/widget/call?site=bluesky' },
  'GET /widget/status': { ...page, url: '/widget/status?site=bluesky' },
  'POST /widget/api/hello': post({}, everyone),
  'POST /widget/api/handover': post({}, ['customer']),
  'POST /widget/api/survey': post({ interactionId: id, score: 5 }, ['customer']),
  'POST /widget/api/logout': { ...post({}, ['customer']), ends: true },
  'GET /widget/api/history': { host: 'widget', in: ['customer'], url: '/widget/api/history?site=bluesky' },
  'GET /widget/api/history/:interactionId': {
    host: 'widget',
    in: ['customer'],
    url: `/widget/api/history/${id}?site=bluesky`,
  },
  'GET /widget/api/history/:interactionId/transcript': {
    host: 'widget',
    in: ['customer'],
    url: `/widget/api/history/${id}/transcript?site=bluesky`,
  },
  'POST /widget/api/files/:fileId': {
    ...upload,
    host: 'widget',
    in: ['customer'],
    url: `/widget/api/files/${id}${part}`,
  },
  'GET /widget/api/files/:fileId': {
    host: 'widget',
    in: ['customer'],
    url: `/widget/api/files/${id}?site=bluesky`,
  },
  'GET /': consolePage,
  'GET /console': consolePage,
  'GET /console/*': { ...consolePage, url: '/console/history' },
  'GET /console/sw.js': consolePage,
  'GET /console/assets/*': { ...consolePage, url: '/console/assets/main-5e6f7a8b.js' },
  'GET /demo': consolePage,
  'GET /demo/*': { ...consolePage, url: '/demo/booking' },
  'GET /demo/identity': { ...consolePage, url: '/demo/identity?user=ann' },
  'GET /demo/guide': consolePage,
  'GET /demo/people': consolePage,
  'POST /demo/reset': consolePage,
  'POST /demo/people': { ...consolePage, payload: { kind: 'agent' } },
  'DELETE /demo/people/:id': { ...consolePage, url: `/demo/people/${id}` },
  'GET /api/v1/demo/accounts': consolePage,
  'GET /openapi.json': consolePage,
  'GET /docs/': consolePage,
  'GET /docs/json': consolePage,
  'GET /docs/yaml': consolePage,
  'GET /docs/static/*': { ...consolePage, url: '/docs/static/swagger-ui.css' },
  'GET /docs/static/index.html': consolePage,
  'GET /docs/static/swagger-initializer.js': consolePage,
  'GET /docs/static/theme/mark.svg': consolePage,
  // From this machine; from elsewhere see metrics-route.test.ts.
  'GET /metrics': consolePage,
  'POST /api/v1/auth/sign-in/email': {
    host: 'public',
    in: everyone,
    payload: { email: 'ana@bluesky.example', password: demoPassword },
  },
  'POST /api/v1/auth/sign-out': { host: 'public', in: everyone, payload: {}, ends: true },
  'GET /api/v1/me': { host: 'public', in: staff },
  'POST /api/v1/files/:fileId': {
    ...upload,
    host: 'public',
    in: ['agent', 'supervisor'],
    url: `/api/v1/files/${id}${part}`,
  },
  'GET /api/v1/files/:fileId': { host: 'public', in: ['agent', 'supervisor'], url: `/api/v1/files/${id}` },
  'GET /api/v1/history': { host: 'public', in: ['agent', 'supervisor', 'admin'] },
  'GET /api/v1/interactions/:id/history': {
    host: 'public',
    in: ['agent', 'supervisor', 'admin'],
    url: `/api/v1/interactions/${id}/history`,
  },
  'GET /api/v1/interactions/:id/earlier': {
    host: 'public',
    in: ['agent', 'supervisor'],
    url: `/api/v1/interactions/${id}/earlier`,
  },
  'GET /api/v1/interactions/:id/transcript': {
    host: 'public',
    in: ['agent', 'supervisor'],
    url: `/api/v1/interactions/${id}/transcript`,
  },
  'GET /api/v1/interactions/:id/transcript/file': {
    host: 'public',
    in: ['agent', 'supervisor'],
    url: `/api/v1/interactions/${id}/transcript/file`,
  },
}

/** What administrators set, and who reads it: the words are shown by the tests of `manage/`. */
const admin: Person[] = ['admin']
const overseers: Person[] = ['supervisor', 'admin']
const on = (people: Person[], url?: string, payload?: object): Row => ({
  host: 'public',
  in: people,
  ...(url !== undefined && { url: `/api/v1/${url}` }),
  ...(payload && { payload }),
})
Object.assign(matrix, {
  'GET /api/v1/site': on(overseers),
  'PATCH /api/v1/site': on(admin, undefined, {}),
  'POST /api/v1/site/identity-secret': on(admin),
  'GET /api/v1/agents': on(overseers),
  'GET /api/v1/agents/:id': on(overseers, `agents/${id}`),
  'GET /api/v1/agents/:id/presence': on(overseers, `agents/${id}/presence`),
  'GET /api/v1/team': on(overseers),
  'POST /api/v1/tasks': on(['agent', ...overseers], undefined, { text: 'x' }),
  'GET /api/v1/routing': on(overseers),
  'PATCH /api/v1/routing': on(admin, undefined, {}),
  'GET /api/v1/routing/explanation': on(overseers, 'routing/explanation?channel=chat'),
  'POST /api/v1/agents': on(admin, undefined, { name: 'Ana', email: 'ana@bluesky.example' }),
  'PATCH /api/v1/agents/:id': on(admin, `agents/${id}`, { name: 'Nobody' }),
  'GET /api/v1/interactions': on(overseers),
  'GET /api/v1/interactions/:id': on(['agent', 'supervisor', 'admin'], `interactions/${id}`),
  'GET /api/v1/api-keys': on(admin),
  'POST /api/v1/api-keys': on(admin, undefined, { name: 'CRM' }),
  'DELETE /api/v1/api-keys/:id': on(admin, `api-keys/${id}`),
  'GET /api/v1/audit': on(admin),
  'GET /api/v1/subjects': on(overseers),
  'GET /api/v1/subjects/:id': on(overseers, 'subjects/none'),
  'POST /api/v1/subjects': on(admin, undefined, { key: 'booking', name: 'Booking' }),
  'PATCH /api/v1/subjects/:id': on(admin, 'subjects/none', {}),
  'DELETE /api/v1/subjects/:id': on(admin, 'subjects/none'),
  'GET /api/v1/dispositions': on(overseers),
  'GET /api/v1/dispositions/:id': on(overseers, 'dispositions/none'),
  'POST /api/v1/dispositions': on(admin, undefined, { key: 'resolved', name: 'Resolved' }),
  'PATCH /api/v1/dispositions/:id': on(admin, 'dispositions/none', {}),
  'DELETE /api/v1/dispositions/:id': on(admin, 'dispositions/none'),
  'GET /api/v1/decline-reasons': on(overseers),
  'GET /api/v1/decline-reasons/:id': on(overseers, 'decline-reasons/none'),
  'POST /api/v1/decline-reasons': on(admin, undefined, { key: 'lunch', name: 'At lunch' }),
  'PATCH /api/v1/decline-reasons/:id': on(admin, 'decline-reasons/none', {}),
  'DELETE /api/v1/decline-reasons/:id': on(admin, 'decline-reasons/none'),
  'GET /api/v1/presence-reasons': on(overseers),
  'GET /api/v1/presence-reasons/:id': on(overseers, 'presence-reasons/none'),
  'POST /api/v1/presence-reasons': on(admin, undefined, { key: 'lunch', name: 'At lunch' }),
  'PATCH /api/v1/presence-reasons/:id': on(admin, 'presence-reasons/none', {}),
  'DELETE /api/v1/presence-reasons/:id': on(admin, 'presence-reasons/none'),
  'GET /api/v1/canned-replies': on(overseers),
  'GET /api/v1/canned-replies/:id': on(overseers, 'canned-replies/none'),
  'POST /api/v1/canned-replies': on(admin, undefined, { key: 'hi', text: 'Hi' }),
  'PATCH /api/v1/canned-replies/:id': on(admin, 'canned-replies/none', {}),
  'DELETE /api/v1/canned-replies/:id': on(admin, 'canned-replies/none'),
  'GET /api/v1/contact-pages': on(overseers),
  'GET /api/v1/contact-pages/:id': on(overseers, 'contact-pages/none'),
  'POST /api/v1/contact-pages': on(admin, undefined, { kind: 'welcome', subject: 'lounge', text: 'Hello' }),
  'PATCH /api/v1/contact-pages/:id': on(admin, 'contact-pages/none', {}),
  'DELETE /api/v1/contact-pages/:id': on(admin, 'contact-pages/none'),
  'GET /api/v1/pages': on(overseers),
  'GET /api/v1/pages/:id': on(overseers, 'pages/none'),
  'POST /api/v1/pages': on(admin, undefined, { url: 'https://bluesky.example/new', title: 'New' }),
  'PATCH /api/v1/pages/:id': on(admin, 'pages/none', {}),
  'DELETE /api/v1/pages/:id': on(admin, 'pages/none'),
} satisfies Record<string, Row>)

/** Its own words decide as well as the door; identify.test.ts has them all. */
const elsewhere = ['POST /widget/api/identify']

let http: HttpServer
const cookies = new Map<Person, string | undefined>()
beforeAll(async () => {
  http = await httpServer()
  for (const person of everyone) cookies.set(person, await signIn(person))
})
afterAll(() => http.close())

const emails = { agent: 'ana', expert: 'li', supervisor: 'mia', admin: 'sam' } as const

async function signIn(person: Person): Promise<string | undefined> {
  if (person === 'stranger') return undefined
  return person === 'customer' ? http.meet() : http.signIn(`${emails[person]}@bluesky.example`)
}

async function status(route: string, row: Row, person: Person, host: 'public' | 'widget'): Promise<number> {
  const [method, path] = route.split(' ')
  const cookie = row.ends ? await signIn(person) : cookies.get(person)
  const request: InjectOptions = {
    method: method as 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: row.url ?? path ?? '',
    headers: { ...row.headers, ...(cookie !== undefined && { cookie }) },
    ...(row.payload && { payload: row.payload }),
  }
  return (await (host === 'public' ? http.onPublic(request) : http.onWidget(request))).statusCode
}

it('the server answers to the written-out routes and to no other', () => {
  const registered = http.server.registeredRoutes.filter(({ method }) => method !== 'HEAD')
  expect(registered.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
    [...Object.keys(matrix), ...elsewhere].sort(),
  )
})

describe.each(Object.entries(matrix))('%s', (route, row) => {
  it.each(everyone)('%s', async (person) => {
    const host = row.host === 'widget' ? 'widget' : 'public'
    const answered = await status(route, row, person, host)
    const door = answered === 401 || answered === 403 ? 'out' : 'in'
    expect({ person, door, answered }).toMatchObject({ door: row.in.includes(person) ? 'in' : 'out' })
  })

  it('is under its own host name only', async () => {
    const other = await status(route, row, 'stranger', row.host === 'widget' ? 'public' : 'widget')
    expect(other).toBe(row.host === 'both' ? 200 : 404)
  })
})
