import { io, type Socket } from 'socket.io-client'
import type { Entry } from '../model/entry.ts'
import type { AgentView } from '../model/agent-view.ts'
import type { CustomerView } from '../model/customer-view.ts'
import type { Typing } from '../protocol/chat.ts'
import type { CommandName } from '../protocol/commands.ts'
import { endpoints, type Handshake, type ServerToClient } from '../protocol/events.ts'
import { type ErrorCode, type Reply } from '../protocol/reply.ts'
import { backoffMs } from './backoff.ts'

export type ConnectionStatus = 'connecting' | 'online' | 'reconnecting' | 'ended' | 'upgrade-needed'

export interface LinkOptions {
  origin: string
  endpoint: keyof typeof endpoints
  /** Asked for at every attempt. */
  handshake(): Handshake
  headers?: Record<string, string> | undefined
}

/** What the link tells its one owner. */
export interface LinkEvents {
  online(): void
  offline(): void
  /** The right to be here is gone, or the page is too old: the link gives up. */
  over(code: ErrorCode): void
  view(view: AgentView | CustomerView): void
  entries(entries: readonly Entry[]): void
  typing(typing: Typing): void
  statusChanged(): void
}

type Frame = { id: string; payload: unknown }
type Emits = Record<CommandName, (frame: Frame, ack: (reply: Reply<unknown>) => void) => void>

export interface Link {
  status(): ConnectionStatus
  /** The server said that it goes down, and no line has been made since. */
  restarting(): boolean
  open(): void
  emit(name: CommandName, frame: Frame, onReply: (reply: Reply<unknown>) => void): void
  /** Takes a line on which nothing came since `sentAt` (monotonic milliseconds) for dead and makes a new one. */
  suspect(sentAt: number): void
  close(): void
}

const retryMinMs = 200
const retryMaxMs = 3_000
/** A line that held this long was a good one: the next attempt starts without the memory of failures. */
const goodLineMs = 1_000
/** From dialling to being let in; a stalled server gets more with each attempt. */
const attemptMs = 5_000
const attemptMaxMs = 15_000

/** Refusals at the door after which knocking again is pointless. */
const final: readonly ErrorCode[] = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'invalid',
  'expired',
  'closed',
  'upgrade-needed',
]
const isFinal = (text: string): text is ErrorCode => final.some((code) => code === text)

/**
 * One Socket.IO connection that comes back by itself. Dialling again is done here and not by the library, which
 * does not repeat after a refusal of the server's middleware and cannot be told to hurry.
 */
export function createLink({ origin, endpoint, handshake, headers }: LinkOptions, events: LinkEvents): Link {
  const { path, namespace } = endpoints[endpoint]
  // One object for good: the widget's own client for the protocol takes no function here.
  const auth = handshake()
  const socket: Socket<ServerToClient, Emits> = io(origin + namespace, {
    path,
    auth,
    withCredentials: true,
    ...(headers && { extraHeaders: headers }),
    // WebSocket first saves two round trips; where it is refused polling follows in the same attempt.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
    autoConnect: false,
    reconnection: false,
  })
  let status: ConnectionStatus = 'connecting'
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let onlineSince = 0
  let heardAt = 0
  let hurry = false
  let restarting = false

  const isOver = () => status === 'ended' || status === 'upgrade-needed'
  const heard = () => {
    heardAt = performance.now()
  }

  function become(next: ConnectionStatus): void {
    if (status === next) return
    status = next
    events.statusChanged()
  }

  function dial(): void {
    timer = setTimeout(giveUpAttempt, Math.min(attemptMaxMs, attemptMs * (failures + 1)))
    Object.assign(auth, handshake())
    socket.connect()
  }

  /** A WebSocket that neither opens nor fails (some proxies) does not fall back by itself: polling gets its turn. */
  function giveUpAttempt(): void {
    socket.io.opts.transports = failures % 2 === 0 ? ['polling', 'websocket'] : ['websocket', 'polling']
    socket.disconnect()
    redial()
  }

  function redial(delayMs = backoffMs(failures, retryMinMs, retryMaxMs)): void {
    clearTimeout(timer)
    failures += 1
    timer = setTimeout(dial, delayMs)
  }

  function over(code: ErrorCode): void {
    clearTimeout(timer)
    const wasOnline = status === 'online'
    become(code === 'upgrade-needed' ? 'upgrade-needed' : 'ended')
    socket.disconnect()
    if (wasOnline) events.offline()
    events.over(code)
  }

  function dropped(): void {
    if (isOver()) return
    const wasOnline = status === 'online'
    // What the library kept for a line it took for dead is sent again by the outbox, in its order.
    socket.sendBuffer = []
    const wasGood = wasOnline && performance.now() - onlineSince > goodLineMs
    if (wasGood) failures = 0
    redial(hurry && wasGood ? 0 : undefined)
    hurry = false
    if (!wasOnline) return
    events.offline()
    become('reconnecting')
  }

  socket.on('connect', () => {
    clearTimeout(timer)
    onlineSince = performance.now()
    restarting = false
    heard()
    become('online')
    events.online()
  })
  socket.on('connect_error', ({ message }) => {
    if (isFinal(message)) over(message)
    else dropped()
  })
  socket.on('disconnect', dropped)
  socket.on('server:restarting', () => {
    hurry = true
    restarting = true
    socket.disconnect()
  })
  socket.on('session:ended', over)
  socket.on('view:changed', events.view)
  socket.on('stream:appended', events.entries)
  socket.on('typing:started', events.typing)
  socket.onAny(heard)
  socket.io.on('ping', heard)

  return {
    status: () => status,
    restarting: () => restarting,
    open: dial,
    emit: (name, frame, onReply) => {
      socket.emit(name, frame, (reply) => {
        heard()
        onReply(reply)
      })
    },
    suspect(sentAt) {
      if (status === 'online' && heardAt < sentAt) socket.disconnect()
    },
    close() {
      if (!isOver()) over('unavailable')
    },
  }
}
