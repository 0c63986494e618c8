import { connect, type Connection, type OutboxStore, type PendingCommand } from '@beckon/shared/client/connection'
import { newId } from '@beckon/shared/client/new-id'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { CommandId, DeviceId, StreamId } from '@beckon/shared/model/ids'
import type { CommandName, Payload, Value } from '@beckon/shared/protocol/commands'
import type { Reply } from '@beckon/shared/protocol/reply'
import type { History, Read, SeenView, Sent } from './history.ts'

export type View = AgentView | CustomerView

export interface PageOptions<V extends View> {
  history: History
  origin: string
  endpoint: 'customer' | 'console'
  site: string
  person: string
  token: string
  /** Of staff: which device it is on; absent, it does not say. */
  deviceId?: DeviceId
  onView(view: V, page: Page<V>): void
}

/** What it takes to act, whatever the view. */
export interface Speaker {
  readonly tabId: string
  send<N extends CommandName>(name: N, payload: Payload<N>): Promise<Reply<Value<N>>>
}

/** A page that was closed: its unsent texts wait for the next one. */
export interface Kept {
  sender: string
  pending: PendingCommand[]
  unanswered: Map<string, Sent>
}

export interface Page<V extends View> extends Speaker {
  readonly person: string
  view(): V | undefined
  /** Of its line. */
  status(): string
  entries(streamId: string): readonly Entry[]
  /** The server's clock. */
  now(): number
  /** Sent again under its first id. */
  repeat(sent: Sent): Promise<Reply<unknown>>
  /** Closes; returns what the next page carries on. */
  leave(): Kept
  /** Closes; what is unanswered stays so for ever. */
  abandon(): void
}

/** How long a chaos page waits for an answer before it sends again, in milliseconds. */
const ackTimeoutMs = 1_500

/** Opens a page with the product's own client and records everything that it sends and is told. */
export function openPage<V extends View>(options: PageOptions<V>, kept?: Kept): Page<V> {
  const { history, person } = options
  const page = newId<string & {}>()
  const sender = kept?.sender ?? page
  const unanswered = kept?.unanswered ?? new Map<string, Sent>()
  const reads = new Map<string, Read>()
  const carried = new Set(unanswered.keys())
  let stored: readonly PendingCommand[] = kept?.pending ?? []
  let shown: V | undefined
  let closed = false

  const store: OutboxStore = {
    load: () => Promise.resolve([...stored]),
    save: (pending) => {
      stored = pending
    },
  }
  const { deviceId } = options
  const connection: Connection<V> = connect<V>({
    origin: options.origin,
    endpoint: options.endpoint,
    site: options.site,
    token: options.token,
    outbox: store,
    ackTimeoutMs,
    ...(deviceId && { page: () => ({ deviceId, nickname: 'Desk' }) }),
  })

  function answered(sent: Sent, reply: Reply<unknown>): void {
    if (closed) return
    sent.reply = reply
    sent.repliedAt = performance.now()
    unanswered.delete(sent.id)
  }

  /** Unsent texts of the page before are joined as soon as the outbox has taken them in. */
  function joinCarried(): void {
    for (const { id, name, payload } of connection.pending()) {
      const sent = carried.delete(id) ? unanswered.get(id) : undefined
      if (sent) void connection.send(name, payload as Payload<typeof name>, id).then((reply) => answered(sent, reply))
    }
  }

  function follow(streamId: StreamId): void {
    if (reads.has(streamId)) return
    const read: Read = { page, person, streamId, entries: [], closed: false }
    reads.set(streamId, read)
    history.reads.push(read)
    connection.follow(streamId, (entries) => void read.entries.push(...entries))
  }

  function see(view: V): void {
    history.views.push({ page, person, at: performance.now(), version: view.version, ...outline(view) })
    for (const id of streamsOf(view)) follow(id)
    options.onView(view, self)
  }

  function close(): void {
    closed = true
    for (const read of reads.values()) read.closed = true
    connection.close()
  }

  const self: Page<V> = {
    tabId: connection.tabId,
    person,
    now: () => connection.now(),
    view: () => connection.view(),
    status: () => connection.status(),
    entries: (streamId) => reads.get(streamId)?.entries ?? [],
    async send(name, payload) {
      const id = newId<CommandId>()
      const at = performance.now()
      const sent: Sent = {
        page,
        sender,
        person,
        id,
        name,
        payload,
        at,
        reply: undefined,
        repliedAt: undefined,
        left: false,
      }
      history.sent.push(sent)
      unanswered.set(id, sent)
      const reply = await connection.send(name, payload, id)
      answered(sent, reply)
      return reply
    },
    repeat: (sent) => connection.send(sent.name, sent.payload as Payload<typeof sent.name>, sent.id as CommandId),
    leave() {
      close()
      const ids = new Set<string>(stored.map(({ id }) => id))
      for (const [id, sent] of unanswered) {
        if (ids.has(id)) continue
        sent.left = true
        unanswered.delete(id)
      }
      return { sender, pending: [...stored], unanswered }
    },
    abandon() {
      close()
      for (const sent of unanswered.values()) sent.left = true
    },
  }
  connection.subscribe(() => {
    if (closed) return
    if (carried.size > 0) joinCarried()
    const view = connection.view()
    if (view === undefined || view === shown) return
    shown = view
    see(view)
  })
  return self
}

export function outline(view: View): Omit<SeenView, 'page' | 'person' | 'at' | 'version'> {
  if (!('work' in view)) return { offers: [], overbooked: [], owned: [], planned: null, served: false }
  return {
    offers: view.offers.map((offer) => offer.id),
    overbooked: view.channels.filter(({ used, capacity }) => used > capacity).map(({ channel }) => channel),
    owned: view.work.map(({ id, fence }) => ({ id, fence })),
    planned: view.nextReason,
    served: [...view.work, ...view.offers].some(({ channel }) => channel !== 'task'),
  }
}

export function streamsOf(view: View): StreamId[] {
  if ('work' in view)
    return view.work.flatMap((work) => [work.conversation, work.desk, ...(work.call ? [work.call.streamId] : [])])
  return view.interactions.flatMap((own) => [own.conversation, ...(own.call ? [own.call.streamId] : [])])
}
