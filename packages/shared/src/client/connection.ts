import type { AgentView } from '../model/agent-view.ts'
import type { CustomerView } from '../model/customer-view.ts'
import type { Entry } from '../model/entry.ts'
import type { CommandId, StreamId, TabId } from '../model/ids.ts'
import type { CommandName, Payload, Value } from '../protocol/commands.ts'
import type { Reply } from '../protocol/reply.ts'

export type ConnectionStatus = 'connecting' | 'online' | 'reconnecting' | 'ended' | 'upgrade-needed'

/** A command whose acknowledgement is not here yet: unknown, so it is kept and sent again under the same id. */
export interface PendingCommand {
  id: CommandId
  name: CommandName
  payload: unknown
  /** Epoch milliseconds, server time as this page knows it. */
  at: number
}

/** Where unsent log commands (messages, notes, pushed pages) outlive the page. */
export interface OutboxStore {
  load(): Promise<PendingCommand[]>
  save(pending: readonly PendingCommand[]): void
}

export interface Connection<View extends AgentView | CustomerView> {
  readonly tabId: TabId
  status(): ConnectionStatus
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
  /** Called after any change of status, view or pending; returns unsubscribe. */
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
  outbox?: OutboxStore
}
