import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { AgentId, CustomerId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import { type CommandName, commands } from '@beckon/shared/protocol/commands'
import { endpoints } from '@beckon/shared/protocol/events'
import type { Reply } from '@beckon/shared/protocol/reply'
import { protocolVersion } from '@beckon/shared/protocol/version'
import type pg from 'pg'
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { seedSite, type SeededSite } from '../../../testing/seed-site.ts'
import { testDatabase, type TestDatabase } from '../../../testing/test-database.ts'
import type { CommitPath } from '../../commit/commit-path.ts'
import { createCommitPath } from '../../commit/create-commit-path.ts'
import { noFaults } from '../../commit/fault-points.ts'
import type { CustomerRow } from '../../domain/rows.ts'
import { systemClock } from '../../runtime/clock.ts'
import { systemIds } from '../../runtime/ids.ts'
import { createLog } from '../../runtime/log.ts'
import { openDatabase } from '../../stores/database.ts'
import { defaultLimits } from './command-limits.ts'
import { originAllows } from './origin-allows.ts'
import type { SignOn, SocketAuth } from './sign-on.ts'
import { createSocketGateway, type SocketGateway } from './socket-gateway.ts'

const bag = { items: [], trail: [] }
let database: TestDatabase
let db: pg.Pool
let site: SeededSite
let commits: CommitPath
let http: Server
let gateway: SocketGateway
let origin: string
let sockets: Socket[]
let people: Map<string, Principal>

/** Tokens stand for people; the real proofs are tested with the HTTP gateway. */
const auth: SocketAuth = {
  signOn: async (_endpoint, { token }) => {
    const principal = people.get(token ?? '')
    if (!principal) return 'unauthenticated'
    const customer = principal.kind === 'customer' ? ({ id: principal.customerId, name: '' } as CustomerRow) : null
    return { principal, customer, name: '', proof: token ?? '' }
  },
  check: async (signOns: readonly SignOn[]) => signOns.map(({ proof }) => (people.has(proof) ? 'valid' : 'ended')),
}

beforeEach(async () => {
  database = await testDatabase()
  const log = createLog('silent')
  db = openDatabase(database.url, log)
  site = await seedSite(db, { agents: 1, customers: 2 })
  const { siteId } = site
  const staff = (roles: ('agent' | 'supervisor' | 'admin' | 'expert')[]): Principal => ({
    kind: 'staff',
    siteId,
    agentId: site.agents[0] as AgentId,
    roles,
  })
  people = new Map<string, Principal>([
    ['ann', { kind: 'customer', siteId, customerId: site.customers[0] as CustomerId }],
    ['tom', { kind: 'customer', siteId, customerId: site.customers[1] as CustomerId }],
    ['ana', staff(['agent'])],
    ['li', staff(['expert'])],
    ['mia', staff(['supervisor'])],
    ['sam', staff(['admin'])],
  ])
  const clock = systemClock(() => Date.now())
  const ids = systemIds(clock.now)
  commits = await createCommitPath({
    db,
    databaseUrl: database.url,
    clock,
    ids,
    log,
    at: noFaults,
    onGivenUp: () => {},
  })
  http = createServer().listen(0, '127.0.0.1')
  await once(http, 'listening')
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  const allows = { customer: originAllows.bind(null, origin), console: originAllows.bind(null, origin) }
  const ice = { iceServers: [], turn: { url: 'turn:turn.example', secret: 'a secret of TURN' } }
  gateway = createSocketGateway({
    http,
    db,
    commits,
    clock,
    log,
    auth,
    ice,
    allows,
    limits: defaultLimits,
    overloaded: () => false,
  })
  sockets = []
})

afterEach(async () => {
  for (const socket of sockets) socket.disconnect()
  await gateway.close()
  await commits.close()
  await db.end()
  await database.drop()
})

type Options = Partial<ManagerOptions & SocketOptions>

function open(endpoint: keyof typeof endpoints, token: string, options: Options = {}): Socket {
  const { path, namespace } = endpoints[endpoint]
  const socket = io(`${origin}${namespace}`, {
    path,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    auth: { protocol: protocolVersion, tabId: randomUUID(), token, site: 'x' },
    ...options,
  })
  sockets.push(socket)
  return socket
}

async function connected(endpoint: keyof typeof endpoints, token: string, options?: Options): Promise<Socket> {
  const socket = open(endpoint, token, options)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject))
  return socket
}

const refusal = (socket: Socket): Promise<string> =>
  new Promise((resolve, reject) =>
    socket
      .once('connect_error', (error) => resolve(error.message))
      .once('connect', () => reject(new Error('connected'))),
  )

const say = (socket: Socket, name: string, payload: unknown, id: string = randomUUID()): Promise<Reply<never>> =>
  socket.timeout(5_000).emitWithAck(name, { id, payload })

/** A frame nested so deep that a client's own encoder gives up: written past it, answered on the same line. */
const sayDeep = (socket: Socket, depth: number): Promise<string> =>
  new Promise((resolve) => {
    socket.io.engine.on('message', (text: string) => text.startsWith('3/customer,77') && resolve(text))
    socket.io.engine.write(`2/customer,77["message:send",${'['.repeat(depth)}${']'.repeat(depth)}]`)
  })

const alive = async (): Promise<void> => {
  const ann = await connected('customer', 'ann')
  expect(await say(ann, 'stream:sync', { streamId: randomUUID(), after: 0 })).toMatchObject({
    error: { code: 'not-found' },
  })
}

it.each(['websocket', 'polling'])('[AU3] a page of a foreign origin is refused over %s', async (transport) => {
  const options: Options = { transports: [transport], extraHeaders: { origin: 'https://evil.example' } }
  expect(await refusal(open('customer', 'ann', options))).toMatch(/websocket error|xhr poll error/)
  const ours: Options = { transports: [transport], extraHeaders: { origin } }
  expect((await connected('customer', 'ann', ours)).connected).toBe(true)
})

it('[AU3] an image on a foreign page, which sends no origin, is refused', async () => {
  const answer = await fetch(`${origin}${endpoints.customer.path}/?EIO=4&transport=polling`, {
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.status).toBe(403)
})

it('[AU4] nobody connects without proof, to the default namespace, or through the other door', async () => {
  expect(await refusal(open('customer', 'nobody'))).toBe('unauthenticated')
  expect(await refusal(open('console', 'ann'))).toBe('unauthenticated')
  expect(await refusal(open('customer', 'ana'))).toBe('unauthenticated')
  const root = io(origin, {
    path: endpoints.customer.path,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
  })
  sockets.push(root)
  expect(await refusal(root)).toBe('not-found')
})

it('[AU10] a page of another protocol is told to refresh', async () => {
  const old = open('customer', 'ann', { auth: { protocol: 0, tabId: randomUUID(), token: 'ann' } })
  expect(await refusal(old)).toBe('upgrade-needed')
})

it('[PR22] a page that says it is still opening is told of itself and offered nothing until it says it is up', async () => {
  const tabId = randomUUID()
  const opening = { protocol: protocolVersion, tabId, token: 'ana', site: 'x', screenUp: false, device: 'phone' }
  const ana = open('console', 'ana', { auth: opening })
  const views: AgentView[] = []
  ana.on('view:changed', (view: AgentView) => void views.push(view))
  await say(ana, 'presence:set', { intent: 'available' })
  const ann = await connected('customer', 'ann')
  await say(ann, 'contact:request', { channel: 'chat', bag })
  expect(views.at(-1)).toMatchObject({ pages: [{ id: tabId, device: 'phone' }], offers: [] })
  await say(ana, 'device:set', { soundReady: true, screenUp: true })
  await vi.waitFor(() => expect(views.at(-1)?.offers).toHaveLength(1))
})

it('[PR24, PR28] a device is its agent’s by the id its pages say, removed by them and there again with the next page', async () => {
  const on = (deviceId: string, nickname: string): Options => ({
    auth: { protocol: protocolVersion, tabId: randomUUID(), token: 'ana', site: 'x', deviceId, nickname },
  })
  const devices = async () =>
    (
      await db.query(
        "select nickname from presences where channel = 'voice' and removed_at is null and agent_id = $1 order by 1",
        [site.agents[0]],
      )
    ).rows
  const [desk, phone] = [randomUUID(), randomUUID()]
  const ana = await connected('console', 'ana', on(desk, 'De\0sk'))
  const there = await connected('console', 'ana', on(phone, 'Phone'))
  await vi.waitFor(async () => expect(await devices()).toEqual([{ nickname: 'Desk' }, { nickname: 'Phone' }]))
  const { rows } = await db.query("select id from presences where nickname = 'Phone'")
  const remove = () => say(ana, 'media-channel:remove', { mediaChannelId: rows[0].id })
  expect(await remove()).toMatchObject({ error: { code: 'conflict' } })
  there.disconnect()
  await vi.waitFor(async () => expect(await remove()).toMatchObject({ ok: true }))
  expect(await devices()).toEqual([{ nickname: 'Desk' }])
  await connected('console', 'ana', on(phone, 'Phone'))
  await vi.waitFor(async () => expect(await devices()).toHaveLength(2))
  const nameless = open('console', 'ana', on(randomUUID(), '  '))
  expect(await refusal(nameless)).toBe('invalid')
})

it('[AU5] a right that ended cuts the socket within 5 s', async () => {
  const ann = await connected('customer', 'ann')
  const ended = vi.fn()
  ann.on('session:ended', ended)
  people.delete('ann')
  await vi.waitFor(() => expect(ann.connected).toBe(false), 5_000)
  expect(ended).toHaveBeenCalledWith('unauthenticated')
})

it("[PR11] who connects under another's tab is sent away, and neither takes it over nor closes it", async () => {
  const tabId = randomUUID()
  const withTab = (token: string): Options => ({ auth: { protocol: protocolVersion, tabId, token, site: 'x' } })
  const openTabs = async () => (await db.query('select agent_id from tabs where closed_at is null')).rows
  const ana = await connected('console', 'ana', withTab('ana'))
  await vi.waitFor(async () => expect(await openTabs()).toEqual([{ agent_id: site.agents[0] }]))
  const thief = await connected('customer', 'ann', withTab('ann'))
  await vi.waitFor(() => expect(thief.connected).toBe(false))
  await connected('customer', 'tom')
  await vi.waitFor(async () => expect(await openTabs()).toHaveLength(2))
  expect(await openTabs()).toContainEqual({ agent_id: site.agents[0] })
  ana.disconnect()
  await vi.waitFor(async () => expect(await openTabs()).toEqual([{ agent_id: null }]))
})

/** Who may send what, written out by hand; every command there is has a row. */
const expected: Record<CommandName, string> = {
  'contact:request': 'ann',
  'contact:end': 'ann',
  'context:update': 'ann',
  'page:answer': 'ann',
  'call:decline': 'ann',
  'message:send': 'ann ana mia',
  'stream:mark-read': 'ann ana mia',
  'typing:start': 'ann ana mia',
  'file:send': 'ann ana mia',
  'call:join': 'ann ana mia',
  'call:connected': 'ann ana mia',
  'call:restart': 'ann ana mia',
  'call:hang-up': 'ann ana mia',
  'call:signal': 'ann ana mia',
  'stream:sync': 'ann ana mia',
  'offer:shown': 'ana mia',
  'offer:accept': 'ana mia',
  'offer:decline': 'ana mia',
  'queue:pick': 'ana mia',
  'presence:set': 'ana li mia',
  'presence:next': 'ana li mia',
  'dnd:set': 'ana li mia',
  'device:set': 'ana li mia',
  'media-channel:rename': 'ana li mia',
  'media-channel:remove': 'ana li mia',
  'note:add': 'ana mia',
  'page:push': 'ana mia',
  'call:invite': 'ana mia',
  'interaction:end': 'ana mia',
  'wrap-up:complete': 'ana mia',
  'wrap-up:extend': 'ana mia',
  'task:create': 'ana mia sam',
  'task:park': 'ana mia',
}

it('[AU1] every event answers exactly the people the written-out matrix names', async () => {
  const registered = new Set([...gateway.registered.customer, ...gateway.registered.console])
  expect([...registered].sort()).toEqual(Object.keys(expected).sort())
  const may = new Map<string, string[]>(Object.keys(commands).map((name) => [name, []]))
  for (const person of ['ann', 'ana', 'li', 'mia', 'sam']) {
    const socket = await connected(person === 'ann' ? 'customer' : 'console', person)
    for (const name of Object.keys(commands)) {
      const reply = await say(socket, name, {})
      const refused = !reply.ok && (reply.error.code === 'forbidden' || reply.error.code === 'not-found')
      if (!refused) may.get(name)?.push(person)
    }
  }
  expect(Object.fromEntries([...may].map(([name, who]) => [name, who.join(' ')]))).toEqual(expected)
})

it('[CH11] a socket that says without end that it types is not listened to', async () => {
  const ann = await connected('customer', 'ann')
  const says = () => say(ann, 'typing:start', { streamId: randomUUID() })
  const codes = (await Promise.all(Array.from({ length: 30 }, says))).map((reply) =>
    reply.ok ? 'ok' : reply.error.code,
  )
  expect(codes.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 'not-found'))
  expect(codes.slice(20)).toEqual(Array.from({ length: 10 }, () => 'rate-limited'))
})

it('[AU7] no acknowledgement, no frame, a deep frame, an unknown event: the process lives and others are served', async () => {
  const ann = await connected('customer', 'ann')
  ann.emit('contact:request', { id: randomUUID(), payload: { channel: 'chat', bag } })
  ann.emit('message:send')
  ann.emit('message:send', null, undefined, 7)
  ann.emit('constructor', {})
  ann.emit('__proto__', {}, () => {})
  expect(await sayDeep(ann, 6_000)).toContain('"code":"invalid"')
  expect(await say(ann, 'no:such', {})).toMatchObject({ error: { code: 'not-found' } })
  await alive()
})

it('[AU7] a handler that throws or rejects answers "unavailable" and harms nobody', async () => {
  const ann = await connected('customer', 'ann')
  const broken = vi.spyOn(commits, 'run').mockImplementationOnce(() => {
    throw new Error('planted')
  })
  expect(await say(ann, 'contact:request', { channel: 'chat', bag })).toMatchObject({ error: { code: 'unavailable' } })
  broken.mockImplementationOnce(() => Promise.reject(new Error('planted')))
  expect(await say(ann, 'contact:request', { channel: 'chat', bag })).toMatchObject({ error: { code: 'unavailable' } })
  broken.mockRestore()
  await alive()
})

it('[AU6] unknown keys are stripped and oversized values refused', async () => {
  const ann = await connected('customer', 'ann')
  expect(await say(ann, 'contact:request', { channel: 'chat', bag: { ...bag, evil: 1 }, value: 99 })).toMatchObject({
    ok: true,
  })
  const { rows } = await db.query('select value from interactions')
  expect(rows).toEqual([{ value: 0 }])
  expect(await say(ann, 'message:send', { streamId: randomUUID(), text: 'x'.repeat(4_001) })).toMatchObject({
    error: { code: 'invalid' },
  })
  ann.emit('message:send', { id: randomUUID(), payload: 'x'.repeat(40_000) })
  await vi.waitFor(() => expect(ann.connected).toBe(false))
  await alive()
})

it('[AU8] the 21st message within 10 s and the 6th contact within a minute are refused', async () => {
  const ann = await connected('customer', 'ann')
  const codes = async (name: string, payload: unknown, times: number): Promise<string[]> => {
    const replies = await Promise.all(Array.from({ length: times }, () => say(ann, name, payload)))
    return replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))
  }
  const messages = await codes('message:send', { streamId: randomUUID(), text: 'hi' }, 21)
  expect(messages.filter((code) => code === 'rate-limited')).toHaveLength(1)
  const contacts = await codes('contact:request', { channel: 'chat', bag }, 6)
  expect(contacts.filter((code) => code === 'rate-limited')).toHaveLength(1)
})

it('[AU8] the 31st page of one person is refused until one of them goes; others are not touched', async () => {
  const pages = await Promise.all(Array.from({ length: 30 }, () => connected('customer', 'ann')))
  expect(await refusal(open('customer', 'ann'))).toBe('rate-limited')
  await connected('customer', 'tom')
  pages[0]?.disconnect()
  await vi.waitFor(() => connected('customer', 'ann'))
})

it('[AU8] the 61st connect of one person within a minute is refused', async () => {
  for (let n = 0; n < 60; n++) (await connected('customer', 'ann')).disconnect()
  expect(await refusal(open('customer', 'ann'))).toBe('rate-limited')
  await connected('customer', 'tom')
})

it("[VO8] only the ends of a live call get TURN credentials, and another customer's call looks absent", async () => {
  const [ann, tom, ana] = await Promise.all([
    connected('customer', 'ann'),
    connected('customer', 'tom'),
    connected('console', 'ana'),
  ])
  const seen: { ann?: CustomerView; tom?: CustomerView; ana?: AgentView } = {}
  ann.on('view:changed', (view) => (seen.ann = view))
  tom.on('view:changed', (view) => (seen.tom = view))
  ana.on('view:changed', (view) => (seen.ana = view))
  const offered = new Promise<{ offers: { id: string }[] }>((resolve) =>
    ana.on('view:changed', (view) => view.offers.length > 0 && resolve(view)),
  )
  await say(ann, 'contact:request', { channel: 'voice', bag })
  const { offers } = await offered
  await say(ana, 'offer:accept', { offerId: offers[0]?.id })
  const { rows } = await db.query<{ id: string }>('select id from calls')
  const callId = rows[0]?.id
  const made = (view: { now: number } | undefined, credential: string) => [
    { urls: ['turn:turn.example'], username: `${Math.floor((view?.now ?? 0) / 1_000) + 14_400}:${callId}`, credential },
  ]
  await vi.waitFor(() => expect(seen.ana?.work[0]?.call?.state).toBe('connecting'))
  for (const [view, call] of [
    [seen.ann, seen.ann?.interactions[0]?.call],
    [seen.ana, seen.ana?.work[0]?.call],
  ] as const) {
    expect(call?.servers).toEqual({ iceServers: made(view, expect.stringMatching(/^[\w+/]{27}=$/)), relayOnly: false })
  }
  expect(JSON.stringify([seen.tom])).not.toContain('turn:')
  expect(await say(tom, 'call:join', { callId })).toMatchObject({ error: { code: 'not-found' } })
})
