import { isDeepStrictEqual } from 'node:util'
import type { CustomerId, NodeId } from '@beckon/shared/model/ids'
import type { RoutingExplanation } from '@beckon/shared/model/routing-explanation'
import { type Reply, refuse } from '@beckon/shared/protocol/reply'
import { releaseEnded } from '../src/commit/changes.ts'
import { decide } from '../src/domain/decide.ts'
import { Draft, type Ids } from '../src/domain/draft.ts'
import { nextDue } from '../src/domain/liveness/deadlines.ts'
import { type Match, matches } from '../src/domain/routing/match.ts'
import { takeUpNext } from '../src/domain/presence/next.ts'
import { give } from '../src/domain/routing/route.ts'
import type { Rows, Table } from '../src/domain/rows.ts'
import type { PayloadOf, SiteCommand } from '../src/domain/site-command.ts'
import type { SiteState } from '../src/domain/site-state.ts'
import type { RowStore } from './row-store.ts'
import { firstDeadline, firstMatch, plainExplanation } from './plain-scan.ts'
import { RowRefused } from './row-constraints.ts'
import { rowsOf } from './state-snapshot.ts'

export interface Change {
  table: Table
  before: Rows[Table] | undefined
  after: Rows[Table]
}

/** What a test wants to see of a node's work. */
export interface NodeWatcher {
  /** Told with the node's draft, or without one after it caught up; what ended is still in memory. */
  committed?(state: SiteState, changes: readonly Change[], draft: Draft | undefined): void
  /** The memory holds what is committed and what ended has left it. */
  settled?(state: SiteState): void
  /** A command or a whole draft was taken back: the rows before and after must be the same. */
  undone?(what: 'refused' | 'stale' | 'unwritable', before: ReturnType<typeof rowsOf>, state: SiteState): void
}

interface NodeOptions {
  store: RowStore
  ids: Ids
  now: () => number
  id: NodeId
  watcher: NodeWatcher
}

/** One node's memory of a site, deciding and committing as the site runner does, without waiting for anything. */
export class SiteNode {
  readonly id: NodeId
  state: SiteState
  readonly #options: NodeOptions

  /** What the streams would say if they were asked; nothing: what the rows say. */
  silences = new Map<string, number | null>()

  constructor(options: NodeOptions) {
    this.#options = options
    this.id = options.id
    this.state = options.store.load()
    options.watcher.settled?.(this.state)
  }

  /** Decides a batch, routes once, commits; again after a stale version, one by one after a refusal of the rows. */
  run(commands: readonly SiteCommand[]): Reply<unknown>[] {
    for (;;) {
      this.#bring(commands)
      const before = rowsOf(this.state)
      const draft = new Draft(this.state, this.#options.now(), this.#options.ids, this.silences)
      const replies = commands.map((command) => this.#decide(draft, command))
      this.#route(draft)
      if (draft.isEmpty) return replies
      const outcome = this.#commit(draft)
      if (outcome === 'committed') return replies
      draft.undo()
      this.#options.watcher.undone?.(outcome, before, this.state)
      if (outcome === 'stale') this.catchUp()
      else if (commands.length === 1) return [refuse('conflict')]
      else return commands.flatMap((command) => this.run([command]))
    }
  }

  /** As `route` does it, each match held against the plain scan of all rows [RT10]. */
  #route(draft: Draft): void {
    const { state } = this
    takeUpNext(draft)
    for (const match of matches(state, draft.now)) {
      const plain = firstMatch(state, draft.now)
      expectSame(match, plain)
      if (plain) expectExplained(match, plainExplanation(state, plain.interaction, plain.choice))
      give(draft, match)
    }
    expectSame(undefined, firstMatch(state, draft.now))
    const [due, plain] = [state.due.first(), firstDeadline(state)]
    if (due !== plain) throw new Error(`[DL12] the index says ${due} is due first, the rows ${plain}`)
  }

  #decide(draft: Draft, command: SiteCommand): Reply<unknown> {
    const before = rowsOf(this.state)
    const reply = decide(draft, command)
    if (!reply.ok) this.#options.watcher.undone?.('refused', before, this.state)
    return reply
  }

  #commit(draft: Draft): 'committed' | 'stale' | 'unwritable' {
    const { store, watcher } = this.#options
    try {
      const version = store.commit(this.state.version, draft, nextDue(this.state, draft.now))
      if (version === undefined) return 'stale'
      this.state.version = version
    } catch (error) {
      if (error instanceof RowRefused) return 'unwritable'
      throw error
    }
    const changes = draft.changes()
    watcher.committed?.(this.state, changes, draft)
    releaseEnded(this.state, changes)
    watcher.settled?.(this.state)
    return 'committed'
  }

  /** Takes in what others committed. */
  catchUp(): void {
    const { store, watcher } = this.#options
    if (store.version === this.state.version) return
    const changes: Change[] = []
    for (const { table, row } of store.changedSince(this.state.version)) {
      changes.push({ table, before: this.state.get(table, row.id), after: row })
      this.state.put(table, row)
    }
    this.state.version = store.version
    watcher.committed?.(this.state, changes, undefined)
    releaseEnded(this.state, changes)
    watcher.settled?.(this.state)
  }

  /** Forgets everything and reads it again, as after an unknown outcome. */
  reload(): void {
    this.state = this.#options.store.load()
    this.#options.watcher.settled?.(this.state)
  }

  #bring(commands: readonly SiteCommand[]): void {
    for (const { name, by, payload } of commands) {
      if (by?.kind !== 'customer' || (name !== 'contact:request' && name !== 'customer:identify')) continue
      this.#bringCustomer(by.customerId)
      if (name === 'customer:identify') this.#bringCustomer((payload as PayloadOf<'customer:identify'>).knownAs)
    }
  }

  #bringCustomer(id: CustomerId | null): void {
    const row = id === null || this.state.customers.has(id) ? undefined : this.#options.store.find('customers', id)
    if (row) this.state.put('customers', row)
  }
}

function expectSame(match: Match | undefined, plain: ReturnType<typeof firstMatch>): void {
  const one = match && `${match.interaction.id} to ${match.seat.agentId} because ${match.why.join()}`
  const other = plain && `${plain.interaction.id} to ${plain.choice.agent.id} because ${plain.choice.why.join()}`
  if (one !== other) throw new Error(`[RT10] the index says ${one}, the plain scan ${other}`)
}

function expectExplained({ explained }: Match, plain: RoutingExplanation): void {
  if (isDeepStrictEqual(explained, plain)) return
  throw new Error(`[RT13] the index explains ${JSON.stringify(explained)}, the plain scan ${JSON.stringify(plain)}`)
}
