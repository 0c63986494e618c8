import { randomUUID } from 'node:crypto'
import { createServer as createTcp } from 'node:net'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import { endpoints } from '@beckon/shared/protocol/events'
import { protocolVersion } from '@beckon/shared/protocol/version'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { builtApps, testConfig } from '../../../../testing/http-server.ts'
import { testDatabase, type TestDatabase } from '../../../../testing/test-database.ts'
import { createServer, type RunningServer } from '../../../create-server.ts'
import { demoPassword } from '../../../demo/demo-people.ts'
import { createLog } from '../../../runtime/log.ts'

/** Two nodes on one database: what an administrator does at one holds at the other. */
let database: TestDatabase
const web = builtApps()
const nodes: { server: RunningServer; origin: string; widget: string }[] = []
const sockets: Socket[] = []
beforeAll(async () => {
  database = await testDatabase()
  for (let i = 0; i < 2; i++) {
    const port = await freePort()
    const [origin, widget] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`]
    const config = { ...testConfig, port, publicUrl: origin, widgetUrl: widget, logLevel: 'silent' as const }
    nodes.push({
      server: await createServer({ config, databaseUrl: database.url, log: createLog('silent'), webDir: web.webDir }),
      origin,
      widget,
    })
  }
}, 30_000)
afterAll(async () => {
  for (const socket of sockets) socket.disconnect()
  await Promise.all(nodes.map(({ server }) => server.close()))
  await database.drop()
  web.remove()
})

async function freePort(): Promise<number> {
  const server = createTcp().listen(0)
  await new Promise((listening) => server.once('listening', listening))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address !== null ? address.port : 0
}

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { origin: new URL(url).origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

async function signIn(node: number, name: string): Promise<string> {
  const email = `${name}@bluesky.example`
  return cookieOf(await post(`${nodes[node]?.origin}/api/v1/auth/sign-in/email`, { email, password: demoPassword }))
}

interface Page<View> {
  views: View[]
  ended: unknown[]
  socket: Socket
}
async function page<View>(node: number, as: 'console' | 'customer', cookie: string): Promise<Page<View>> {
  const { origin, widget } = nodes[node] ?? { origin: '', widget: '' }
  const base = as === 'console' ? origin : widget
  const { path, namespace } = endpoints[as]
  const socket = io(base + namespace, {
    path,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie, origin: base },
    auth: { protocol: protocolVersion, tabId: randomUUID(), ...(as === 'customer' && { site: 'bluesky' }) },
  })
  sockets.push(socket)
  const made: Page<View> = { views: [], ended: [], socket }
  socket.on('view:changed', (view: View) => made.views.push(view))
  socket.on('session:ended', (reason: unknown) => made.ended.push(reason))
  await vi.waitFor(() => expect(made.views.length).toBeGreaterThan(0), { timeout: 5_000 })
  return made
}
const say = async (on: Page<unknown>, name: string, payload: object): Promise<unknown> => {
  const reply = (await on.socket.timeout(5_000).emitWithAck(name, { id: randomUUID(), payload })) as { ok: boolean }
  expect(reply).toMatchObject({ ok: true })
  return reply
}
const soon = <T>(look: () => T) => vi.waitFor(look, { timeout: 5_000 })
const offered = (on: Page<AgentView>) => soon(() => on.views.at(-1)?.offers[0] ?? expect.fail('nothing is offered'))

async function accept(on: Page<AgentView>): Promise<void> {
  const { id: offerId } = await offered(on)
  await say(on, 'offer:shown', { offerId })
  await say(on, 'offer:accept', { offerId })
}

it('[RS6] a disabled agent’s chat goes on with another, nothing said is lost, and their page is cut within 5 s', async () => {
  const sam = await signIn(0, 'sam')
  const ana = await page<AgentView>(1, 'console', await signIn(1, 'ana'))
  const ann = await page<CustomerView>(
    1,
    'customer',
    cookieOf(await post(`${nodes[1]?.widget}/widget/api/hello`, { site: 'bluesky' })),
  )
  await say(ann, 'contact:request', { channel: 'chat', subject: 'lounge', bag: { items: [], trail: [] } })
  await accept(ana)
  await say(ann, 'message:send', { streamId: ann.views.at(-1)?.interactions[0]?.conversation, text: 'Is it open?' })
  const raj = await page<AgentView>(0, 'console', await signIn(0, 'raj'))
  const patch = (id: string | undefined, body: object) =>
    fetch(`${nodes[0]?.origin}/api/v1/agents/${id}`, {
      method: 'PATCH',
      headers: { origin: nodes[0]?.origin ?? '', cookie: sam, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const listed = await fetch(`${nodes[0]?.origin}/api/v1/agents`, { headers: { cookie: sam } })
  const { items } = (await listed.json()) as { items: { id: string; name: string }[] }
  const idOf = (name: string) => items.find((each) => each.name === name)?.id
  // A skill that is given counts on the other node at once, too: what waits for it comes.
  expect((await patch(idOf('Raj'), { skills: { lounge: 3 } })).status).toBe(200)

  const before = Date.now()
  expect((await patch(idOf('Ana'), { disabled: true })).status).toBe(200)
  await accept(raj)
  await soon(() => expect(ann.views.at(-1)?.interactions[0]).toMatchObject({ agentName: 'Raj' }))
  await soon(() => expect(ana.socket.connected).toBe(false))
  expect(ana.ended).toEqual(['unauthenticated'])
  expect(Date.now() - before).toBeLessThan(5_000)
  const work = raj.views.at(-1)?.work[0]
  const synced = await say(raj, 'stream:sync', { streamId: work?.conversation, after: 0 })
  expect(JSON.stringify(synced)).toContain('Is it open?')
})

it('[RS10] what is set at one node is so at the other without waiting', async () => {
  const sam = await signIn(0, 'sam')
  /** As the widget's page carries it. */
  const siteNow = async () => {
    const page = await (await fetch(`${nodes[1]?.widget}/widget/frame?site=bluesky`)).text()
    const data = / id="site">(.*?)<\/script>/.exec(page)?.[1] ?? ''
    return JSON.parse(data) as { name: string; subjects: { key: string }[] }
  }
  expect((await siteNow()).name).toBe('Blue Sky')
  const send = (method: string, path: string, body: object) =>
    fetch(`${nodes[0]?.origin}/api/v1/${path}`, {
      method,
      headers: { origin: nodes[0]?.origin ?? '', cookie: sam, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await send('PATCH', 'site', { name: 'Bluer Sky' })
  await send('POST', 'subjects', { key: 'seats', name: 'Seats' })
  // The directory keeps what it read for 5 s: a second is too short for that to run out.
  await vi.waitFor(
    async () => {
      const site = await siteNow()
      expect([site.name, site.subjects.some(({ key }) => key === 'seats')]).toEqual(['Bluer Sky', true])
    },
    { timeout: 1_000 },
  )
  // A node's memory of the site follows as well: the subject is no longer an unknown one.
  const tom = await page<CustomerView>(
    1,
    'customer',
    cookieOf(await post(`${nodes[1]?.widget}/widget/api/hello`, { site: 'bluesky' })),
  )
  await say(tom, 'contact:request', { channel: 'chat', subject: 'seats', bag: { items: [], trail: [] } })
  await soon(() => expect(tom.views.at(-1)?.interactions[0]).toMatchObject({ subject: 'seats' }))
})
