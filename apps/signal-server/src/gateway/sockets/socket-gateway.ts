import type { IncomingMessage, Server as HttpServer } from 'node:http'
import { DeviceKind } from '@beckon/shared/model/context'
import { DeviceId, TabId } from '@beckon/shared/model/ids'
import { personOf } from '@beckon/shared/model/principal'
import { type CommandName, commands } from '@beckon/shared/protocol/commands'
import { endpoints, type Handshake, type ServerToClient } from '@beckon/shared/protocol/events'
import { Key } from '@beckon/shared/protocol/contact'
import { Nickname } from '@beckon/shared/protocol/presence'
import { type ErrorCode, refuse } from '@beckon/shared/protocol/reply'
import { limits, protocolVersion } from '@beckon/shared/protocol/version'
import { permissions } from '@beckon/shared/rules/permissions'
import type { Logger } from 'pino'
import { type DefaultEventsMap, type Namespace, Server, type Socket } from 'socket.io'
import * as z from 'zod/mini'
import type { Receiver } from '../../commit/commit-path.ts'
import { createCommandLimits, type Limits } from './command-limits.ts'
import { execute, type ExecuteDeps } from './execute.ts'
import { storable } from '../storable.ts'
import type { SignOn, SocketAuth } from './sign-on.ts'
import { PageLimits } from './page-limits.ts'
import { TurnWebSocketServer } from './turn-web-socket.ts'
import { type IceConfig, withCallServers } from './with-call-servers.ts'

interface SocketData {
  signOn: SignOn
  tabId: TabId
  /** As the page said when it connected. */
  page: Pick<z.infer<typeof HandshakeShape>, 'soundReady' | 'screenUp' | 'device' | 'deviceId' | 'nickname'>
  seated: Promise<unknown>
}
type GatewaySocket = Socket<DefaultEventsMap, ServerToClient, DefaultEventsMap, SocketData>
type GatewayNamespace = Namespace<DefaultEventsMap, ServerToClient, DefaultEventsMap, SocketData>

export interface SocketGatewayOptions extends ExecuteDeps {
  http: HttpServer
  auth: SocketAuth
  log: Logger
  limits: Limits
  ice: IceConfig
  /** Exact origins that may connect, and the host names they must ask for. */
  allows: { customer(request: IncomingMessage): boolean; console(request: IncomingMessage): boolean }
}

export interface SocketGateway {
  /** Command names a socket of each endpoint answers to. */
  registered: Record<keyof typeof endpoints, CommandName[]>
  /** Cuts every socket whose sign-on matches: identity changed, signed out, disabled. */
  cut(matches: (signOn: SignOn) => boolean): void
  connections(): number
  /** Tells everybody that this node goes, then cuts. */
  close(): Promise<void>
}

const HandshakeShape = z.object({
  protocol: z.int(),
  tabId: TabId,
  site: z.optional(Key),
  token: z.optional(z.string().check(z.maxLength(100))),
  soundReady: z._default(z.boolean(), true),
  screenUp: z._default(z.boolean(), true),
  device: z._default(DeviceKind, 'desktop'),
  deviceId: z.optional(DeviceId),
  nickname: z.optional(Nickname),
})

/** Rights are looked at again this often. */
const recheckMs = 3_000
/** Packets a reader may leave lying before it is cut; it resumes by sync. */
const mostUnread = 1_000

/**
 * The heartbeat: answered by the page's message handler, so throttled background tabs stay alive (DESIGN 9). A page takes
 * its line for dead when it has heard nothing for both together [DL20].
 */
const heartbeat = {
  customer: { pingInterval: 7_000, pingTimeout: 5_000 },
  console: { pingInterval: 5_000, pingTimeout: 5_000 },
} as const

/** The only code that knows Socket.IO: two servers on one HTTP server, one namespace each. */
export function createSocketGateway(options: SocketGatewayOptions): SocketGateway {
  const within = createCommandLimits(options.limits)
  const pages = new PageLimits(options.limits)
  /** The newest line of each person's page: an older one that ends late takes nothing with it. */
  const newest = new Map<string, GatewaySocket>()
  const registered = { customer: namesFor('customer'), console: namesFor('console') }
  const open = (endpoint: keyof typeof endpoints): { server: Server; namespace: GatewayNamespace } => {
    const { path, namespace: name } = endpoints[endpoint]
    const server = new Server(options.http, {
      path,
      ...heartbeat[endpoint],
      serveClient: false,
      wsEngine: TurnWebSocketServer,
      perMessageDeflate: false,
      httpCompression: false,
      // The other server's path is not ours to cut: by then it has answered.
      destroyUpgradeTimeout: 10_000,
      connectTimeout: 10_000,
      maxHttpBufferSize: limits.frameBytes,
      allowRequest: (request, decide) => decide(null, options.allows[endpoint](request)),
    })
    server.use((_socket, next) => next(new Error('not-found')))
    const namespace: GatewayNamespace = server.of(name)
    namespace.use((socket, next) => {
      signOn(options.auth, endpoint, socket).then(
        (refused) => {
          const refusal = refused ?? (pages.admits(personOf(socket.data.signOn.principal)) ? undefined : 'rate-limited')
          next(refusal && new Error(refusal))
        },
        (error: unknown) => {
          options.log.error({ err: error }, 'sign-on failed')
          next(new Error('unavailable'))
        },
      )
    })
    const names = new Set(registered[endpoint])
    namespace.on('connection', (socket) => {
      const person = personOf(socket.data.signOn.principal)
      pages.came(person)
      socket.on('disconnect', () => pages.left(person))
      welcome(options, socket, names, within, newest)
    })
    return { server, namespace }
  }
  const servers = [open('customer'), open('console')]
  const sockets = function* (): Generator<GatewaySocket> {
    for (const { namespace } of servers) yield* namespace.sockets.values()
  }
  const recheck = async (): Promise<void> => {
    const present = [...sockets()]
    if (present.length === 0) return
    const verdicts = await options.auth.check(present.map((socket) => socket.data.signOn))
    present.forEach((socket, i) => {
      if (verdicts[i] === 'ended') socket.emit('session:ended', 'unauthenticated')
      if (verdicts[i] !== 'valid') socket.disconnect(true)
    })
  }
  const timer = setInterval(() => {
    recheck().catch((error: unknown) => options.log.warn({ err: error }, 'rights not checked; the next check follows'))
  }, recheckMs)

  return {
    registered,
    connections: () => servers.reduce((sum, { namespace }) => sum + namespace.sockets.size, 0),
    cut: (matches) => {
      for (const socket of sockets()) if (matches(socket.data.signOn)) socket.disconnect(true)
    },
    close: async () => {
      clearInterval(timer)
      for (const socket of sockets()) socket.emit('server:restarting')
      await Promise.all(servers.map(({ server }) => server.close()))
    },
  }
}

/** The commands that anybody on this endpoint may ever send, by the permission table. */
function namesFor(endpoint: keyof typeof endpoints): CommandName[] {
  return (Object.keys(commands) as CommandName[]).filter((name) => {
    const { customer, ...staff } = permissions[name]
    return endpoint === 'customer' ? customer !== undefined : Object.keys(staff).length > 0
  })
}

/** Finds out whose socket it is; returns why not. */
async function signOn(
  auth: SocketAuth,
  endpoint: keyof typeof endpoints,
  socket: GatewaySocket,
): Promise<ErrorCode | undefined> {
  const parsed = HandshakeShape.safeParse(storable(socket.handshake.auth))
  if (!parsed.success) return 'invalid'
  const { protocol, tabId, site, token, ...page } = parsed.data
  if (protocol !== protocolVersion) return 'upgrade-needed'
  const handshake: Handshake = { protocol, tabId }
  if (site !== undefined) handshake.site = site
  if (token !== undefined) handshake.token = token
  const who = await auth.signOn(endpoint, handshake, socket.handshake.headers)
  if (typeof who === 'string') return who
  if ((who.principal.kind === 'customer') !== (endpoint === 'customer')) return 'unauthenticated'
  socket.data = { signOn: who, tabId, page, seated: Promise.resolve() }
  return undefined
}

/** A page has connected: its person is here, it gets its view, and every command it may send is answered. */
function welcome(
  options: SocketGatewayOptions,
  socket: GatewaySocket,
  names: ReadonlySet<CommandName>,
  within: ReturnType<typeof createCommandLimits>,
  newest: Map<string, GatewaySocket>,
): void {
  const { signOn: who, tabId, page: about } = socket.data
  const { principal } = who
  const inner = { by: principal, tabId }
  const nodeId = options.commits.nodeId()
  const opened = options.commits.run(principal.siteId, {
    ...inner,
    name: 'tab:open',
    payload: { tabId, nodeId, ...about },
  })
  // Another's tab: it is theirs to close.
  void opened.then(({ ok }) => (ok ? undefined : socket.disconnect(true)))
  const detach = options.commits.attach(receiverFor(options.ice, socket))
  socket.data.seated = options.commits.read(principal.siteId, () => undefined)
  const page = `${personOf(principal)} ${tabId}`
  newest.set(page, socket)
  socket.on('disconnect', () => {
    detach()
    if (newest.get(page) !== socket) return
    newest.delete(page)
    const close = () =>
      options.commits.run(principal.siteId, { ...inner, name: 'tab:close', payload: { tabId, nodeId } })
    void opened.then(({ ok }) => (ok ? close() : undefined))
  })
  // One handler for all names: thousands of idle pages would hold one for each.
  socket.onAny((name: string, ...args: unknown[]) => {
    const reply = acknowledge(args)
    if (names.has(name as CommandName)) answer(options, socket, within, name as CommandName, args[0], reply)
    else reply(refuse('not-found'))
  })
}

/** The page's callback, or nothing where it sent none. */
function acknowledge(args: readonly unknown[]): (reply: unknown) => void {
  const last = args.at(-1)
  return typeof last === 'function' ? (last as (reply: unknown) => void) : () => {}
}

function answer(
  options: SocketGatewayOptions,
  socket: GatewaySocket,
  within: ReturnType<typeof createCommandLimits>,
  name: CommandName,
  input: unknown,
  reply: (reply: unknown) => void,
): void {
  const failed = (error: unknown): void => {
    options.log.error({ err: error, command: name }, 'command failed')
    reply(refuse('unavailable'))
  }
  try {
    const { signOn: who } = socket.data
    if (!within(socket.id, who.principal, name)) return reply(refuse('rate-limited'))
    const answered = execute(options, socket.data, name, input)
    if (answered instanceof Promise) answered.then(reply, failed)
    else reply(answered)
  } catch (error) {
    failed(error)
  }
}

function receiverFor(ice: IceConfig, socket: GatewaySocket): Receiver {
  const { principal, customer } = socket.data.signOn
  const unlessSlow = (send: () => void): void => {
    const { conn } = socket
    if ((conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length > mostUnread) socket.disconnect(true)
    else send()
  }
  return {
    principal,
    customer,
    side: principal.kind === 'customer' ? 'customer' : 'agent',
    view: (view) => unlessSlow(() => socket.emit('view:changed', withCallServers(view, ice))),
    entries: (entries) => unlessSlow(() => socket.emit('stream:appended', [...entries])),
    typing: (typing) => void socket.volatile.emit('typing:started', typing),
  }
}
