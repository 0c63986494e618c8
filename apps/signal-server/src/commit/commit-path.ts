import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { CustomerId, NodeId, SiteId, StreamId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type { Appended, Side, Typing } from '@beckon/shared/protocol/chat'
import type { Reply } from '@beckon/shared/protocol/reply'
import type { CustomerRow } from '../domain/rows.ts'
import type { SiteCommand, SiteCommandName, ValueOf } from '../domain/site-command.ts'
import type { SiteState } from '../domain/site-state.ts'
import type { Append } from '../stores/append-entries.ts'

/** Marks a command for the record, so that the same id sent again gets the same reply. */
export interface CommandKey {
  actorId: string
  id: string
  /** Of name and payload. */
  hash: string
}

/** One connected page, as delivery sees it. */
export interface Receiver {
  principal: Principal
  /** The customer's row as read at sign-on; null for staff. */
  customer: CustomerRow | null
  side: Side
  view(view: AgentView | CustomerView): void
  entries(entries: readonly Entry[]): void
  typing(typing: Typing): void
}

/** The one way in for every change, and the one way out for what was committed. */
export interface CommitPath {
  /** This process among the nodes on one database; changes when the others have given it up. */
  nodeId(): NodeId
  /** Decides, commits, then answers. Rejects only when the server is closing. */
  run<N extends SiteCommandName>(siteId: SiteId, command: SiteCommand<N>, key?: CommandKey): Promise<Reply<ValueOf<N>>>
  /** Writes one entry to a stream; the reply comes after the commit. */
  append(append: Append): Promise<Reply<Appended>>
  /** This customer wrote in a conversation: what its silence had brought about is over. */
  written(siteId: SiteId, customerId: CustomerId, streamId: StreamId): void
  /** Tells the other side's pages, on whichever node, that this side is writing. Nothing is stored, nothing repeated. */
  type(typing: Typing): void
  /** Looks at a site's committed rows; `not-found` for a site that does not exist. */
  read<T>(siteId: SiteId, look: (state: SiteState) => T): Promise<Reply<T>>
  /** From now on this page is told what it may see; gets its view at once. Returns detach. */
  attach(receiver: Receiver): () => void
  /** Learnt from a sync: a stream of this page ends at `head` now. */
  synced(streamId: StreamId, head: number): void
  close(): Promise<void>
}
