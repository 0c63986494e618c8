import type { AgentView } from '../model/agent-view.ts'
import type { CustomerView } from '../model/customer-view.ts'
import type { Entry } from '../model/entry.ts'
import type { CommandId, StreamId, TabId } from '../model/ids.ts'
import type { CommandName, Payload, Value } from '../protocol/commands.ts'
import type { Handshake } from '../protocol/events.ts'
import { type ErrorCode, type Reply, refuse } from '../protocol/reply.ts'
import { limits, protocolVersion } from '../protocol/version.ts'
import { createFollowedStreams } from './followed-streams.ts'
import { type ConnectionStatus, createLink } from './link.ts'
import { newId } from './new-id.ts'
import { createOutbox } from './outbox.ts'
import type { OutboxStore, PendingCommand } from './outbox-store.ts'
import { createServerClock } from './server-clock.ts'
import { createTypingTeller, createTypists } from './typists.ts'

export type { ConnectionStatus } from './link.ts'
export type { OutboxStore, PendingCommand } from './outbox-store.ts'

export interface Connection<View extends AgentView | CustomerView> {
  readonly tabId: TabId
  status(): ConnectionStatus
  /** The line is lost because the server goes down for a moment. */
  restarting(): boolean
  /** The newest view, undefined before the first. */
  view(): View | undefined
  /** The server's clock, epoch milliseconds, as a pure offset to a monotonic clock of the page. */
  now(): number
  /** Log commands not yet acknowledged, oldest first; drawn as "sending". */
  pending(): readonly PendingCommand[]
  /** Settles with the server's reply however often the line breaks; `id` only to choose the entry's id beforehand. */
  send<N extends CommandName>(name: N, payload: Payload<N>, id?: CommandId): Promise<Reply<Value<N>>>
  /** All entries of a stream, from the first, gap-free and in order, as they come; returns unfollow. */
  follow(streamId: StreamId, onEntries: (entries: readonly Entry[]) => void): () => void
  /** This person presses keys for this conversation: the other side is told, now and then, while the line is there. */
  typed(streamId: StreamId): void
  /** Whether the other side of the conversation is writing. */
  typing(streamId: StreamId): boolean
  /** Called after any change of status, view, pending or typing; returns unsubscribe. */
  subscribe(listener: () => void): () => void
  close(): void
}

export interface ConnectOptions {
  /** Origin of the server, e.g. `http://127.0.0.1:3000`. */
  origin: string
  endpoint: 'customer' | 'console'
  site?: string
  /** Visitor token, only where the cookie fails. */
  token?: string
  /** Console: what this page and its device can do; asked whenever the line is made. */
  page?: () => Pick<Handshake, 'soundReady' | 'screenUp' | 'device' | 'deviceId' | 'nickname'>
  /** What a browser sends by itself, where there is none. */
  headers?: Record<string, string>
  outbox?: OutboxStore
  /** The server refused a text that an earlier page had left unsent. */
  refused?: (command: PendingCommand, code: ErrorCode) => void
  /** How long a command may go unanswered before it is sent again; 5,000 unless told. */
  ackTimeoutMs?: number
}

const defaultAckTimeoutMs = 5_000
/** Of a frame, for the name of the command, its id and the punctuation. */
const frameOverheadBytes = 256

/** The server cuts the line at a larger frame, and it would be sent again and again. */
const fitsFrame = (payload: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(payload)).length <= limits.frameBytes - frameOverheadBytes

/** Opens the one line of this page to the server and keeps it open. */
export function connect<View extends AgentView | CustomerView>(options: ConnectOptions): Connection<View> {
  const tabId = newId<TabId>()
  const clock = createServerClock()
  const listeners = new Set<() => void>()
  let view: View | undefined
  let endedBy: ErrorCode | undefined

  const changed = () => {
    const told = [...listeners]
    for (const listener of told) listener()
  }

  const link = createLink(
    {
      origin: options.origin,
      endpoint: options.endpoint,
      headers: options.headers,
      handshake: () => ({
        protocol: protocolVersion,
        tabId,
        ...(options.site === undefined ? {} : { site: options.site }),
        ...(options.token === undefined ? {} : { token: options.token }),
        ...options.page?.(),
      }),
    },
    {
      online() {
        clock.restart()
        streams.resync()
        outbox.connected()
      },
      offline: () => outbox.disconnected(),
      over(code) {
        endedBy = code
        outbox.end(code)
      },
      view(next) {
        clock.hear(next.now)
        if (view !== undefined && next.version < view.version) return
        // The namespace decides which of the two views comes: the caller named both.
        view = next as View
        changed()
      },
      entries(entries) {
        streams.appended(entries)
        for (const { streamId, author, body } of entries)
          if (body.kind === 'message' && author.kind !== ownKind) typists.stopped(streamId as StreamId)
      },
      typing: ({ streamId }) => typists.heard(streamId),
      statusChanged: changed,
    },
  )

  const outbox = createOutbox({
    line: { online: () => link.status() === 'online', emit: link.emit, unanswered: link.suspect },
    now: clock.now,
    changed,
    refused: options.refused,
    ackTimeoutMs: options.ackTimeoutMs ?? defaultAckTimeoutMs,
    store: options.outbox,
  })

  function send<N extends CommandName>(
    name: N,
    payload: Payload<N>,
    id = newId<CommandId>(),
  ): Promise<Reply<Value<N>>> {
    if (endedBy !== undefined) return Promise.resolve(refuse(endedBy))
    if (!fitsFrame(payload)) return Promise.resolve(refuse('too-large'))
    if (name === 'message:send') teller.sent((payload as Payload<'message:send'>).streamId)
    // The reply's shape is the server's word: the protocol's table binds both ends.
    return outbox.put(name, payload, id) as Promise<Reply<Value<N>>>
  }

  const ownKind = options.endpoint === 'customer' ? 'customer' : 'agent'
  const typists = createTypists(changed)
  const teller = createTypingTeller((streamId) => {
    if (link.status() === 'online') link.emit('typing:start', { id: newId(), payload: { streamId } }, () => undefined)
  })
  const streams = createFollowedStreams((streamId, after) => send('stream:sync', { streamId, after }))

  link.open()
  return {
    tabId,
    status: link.status,
    restarting: link.restarting,
    view: () => view,
    now: clock.now,
    pending: outbox.pending,
    send,
    follow: streams.follow,
    typed: teller.typed,
    typing: typists.includes,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: link.close,
  }
}
