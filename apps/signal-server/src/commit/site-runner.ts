import type { Entry } from '@beckon/shared/model/entry'
import type { CustomerId, SiteId, StreamId } from '@beckon/shared/model/ids'
import { type Reply, refuse } from '@beckon/shared/protocol/reply'
import { decide } from '../domain/decide.ts'
import { Draft } from '../domain/draft.ts'
import { nextDue } from '../domain/liveness/deadlines.ts'
import { route } from '../domain/routing/route.ts'
import type { SiteCommand } from '../domain/site-command.ts'
import type { SiteState } from '../domain/site-state.ts'
import { commitSite, type CommandRecord, type Committed } from '../stores/commit-site.ts'
import { isRefusal } from '../stores/database.ts'
import { readVersions } from '../stores/nodes.ts'
import { releaseEnded, seersOf } from './changes.ts'
import type { CommandKey } from './commit-path.ts'
import type { CommitDeps } from './deps.ts'
import { FirstReplies, type Waiting } from './first-replies.ts'
import { bringThoseWhoAsk, silencesOf } from './read-for-batch.ts'
import { retryDelay } from './retry-delay.ts'
import { AnotherLife, catchUp, loadSite } from './site-memory.ts'

/** Told after each commit, in commit order, while the memory holds exactly what is committed. */
export interface SiteListener {
  committed(state: SiteState, seers: ReadonlySet<string>, entries: readonly Entry[]): void
  /** Read anew after an unknown outcome, or the site itself is another: everybody's view may have changed. */
  reloaded(state: SiteState): void
  /** The site was made anew: whoever is connected has been somebody of another life, and comes again. */
  madeAnew(siteId: SiteId): void
}

/** How many commands one commit carries at most. */
const batchLimit = 500

/**
 * One site on one node: decides the commands that wait, one after another, commits them together, then answers.
 * One batch is in flight; what arrives meanwhile is the next.
 */
export class SiteRunner {
  readonly #siteId: SiteId
  readonly #deps: CommitDeps
  readonly #listener: SiteListener
  #state: SiteState | undefined
  readonly #waiting: Waiting[] = []
  readonly #underWay = new Map<string, Promise<Reply<never>>>()
  #idle: Promise<void> = Promise.resolve()
  readonly #firstReplies: FirstReplies
  readonly #readers: { look(state: SiteState): void; absent(): void }[] = []
  #behind = false
  /** The memory was given up; whoever is connected may have been told too little. */
  #dropped = false
  #running = false
  #closed = false
  #cancelTimer: () => void = () => {}

  constructor(siteId: SiteId, deps: CommitDeps, listener: SiteListener) {
    this.#siteId = siteId
    this.#deps = deps
    this.#listener = listener
    this.#firstReplies = new FirstReplies(deps.db)
  }

  get version(): number {
    return this.#state?.version ?? -1
  }

  /** The same command sent twice while the first is under way has one effect and one reply. */
  run(command: SiteCommand, key?: CommandKey): Promise<Reply<never>> {
    const name = key && `${key.actorId} ${key.id} ${key.hash}`
    const underWay = name === undefined ? undefined : this.#underWay.get(name)
    if (underWay) return underWay
    const reply = new Promise<Reply<never>>((settle) => {
      this.#waiting.push({ command, key, settle })
      this.#wake()
    })
    if (name !== undefined) {
      this.#underWay.set(name, reply)
      void reply.then(() => this.#underWay.delete(name))
    }
    return reply
  }

  /** Looks at committed rows only: between batches, never at a decision in flight. */
  read<T>(look: (state: SiteState) => T): Promise<Reply<T>> {
    return new Promise((resolve, reject) => {
      this.#readers.push({
        look: (state) => {
          try {
            resolve({ ok: true, value: look(state) })
          } catch (error) {
            reject(error)
          }
        },
        absent: () => resolve(refuse('not-found')),
      })
      this.#wake()
    })
  }

  /** A customer wrote in a conversation: if it had fallen silent, it takes its slot again. */
  written(customerId: CustomerId, streamId: StreamId): void {
    const row = this.#state?.interactionsOf(customerId).find(({ conversationId }) => conversationId === streamId)
    if (row === undefined || row.silence === 'short') return
    void this.run({ name: 'chat:resume', by: null, tabId: null, payload: { interactionId: row.id } })
  }

  /** Another node committed `version`, or a poll found it. */
  heard(version: number): void {
    if (!this.#state || version <= this.#state.version) return
    this.#behind = true
    this.#wake()
  }

  /** Finishes what is under way, then takes nothing more. */
  async close(): Promise<void> {
    await this.#idle
    this.#closed = true
    this.#cancelTimer()
  }

  #wake(): void {
    if (this.#running) return
    this.#running = true
    this.#idle = this.#loop()
  }

  async #loop(): Promise<void> {
    for (let failures = 0; !this.#closed && this.#hasWork(); ) {
      try {
        await this.#step()
        failures = 0
      } catch (error) {
        // The outcome is unknown: forget, read again, and let the records tell what was committed.
        this.#state = undefined
        this.#dropped = true
        if (error instanceof AnotherLife) this.#listener.madeAnew(this.#siteId)
        this.#deps.log.warn({ err: error, site: this.#siteId }, 'site memory dropped')
        await retryDelay(++failures)
      }
    }
    this.#running = false
  }

  #hasWork(): boolean {
    return this.#behind || this.#dropped || this.#waiting.length > 0 || this.#readers.length > 0
  }

  async #step(): Promise<void> {
    this.#state ??= await loadSite(this.#deps.db, this.#siteId)
    const state = this.#state
    if (!state) return this.#answerAbsent()
    if (this.#dropped) this.#listener.reloaded(state)
    this.#dropped = false
    if (this.#behind) await this.#catchUp(state)
    for (const reader of this.#readers.splice(0)) reader.look(state)
    const batch = this.#waiting.slice(0, batchLimit)
    if (batch.length === 0) return
    await this.#settleBatch(state, batch)
    this.#schedule(state)
  }

  #answerAbsent(): void {
    for (const reader of this.#readers.splice(0)) reader.absent()
    for (const waiting of this.#waiting.splice(0)) waiting.settle(refuse('not-found'))
    this.#behind = false
    this.#dropped = false
  }

  async #catchUp(state: SiteState): Promise<void> {
    this.#behind = false
    const { changes, reconfigured } = await catchUp(this.#deps.db, state)
    if (reconfigured) {
      void this.tick()
      this.#listener.reloaded(state)
    } else if (changes.length > 0) this.#listener.committed(state, seersOf(state, changes), [])
    this.#schedule(state)
  }

  /** Commits until the batch is through: again after a stale version, one by one after a refusal of the rows. */
  async #settleBatch(state: SiteState, batch: readonly Waiting[]): Promise<void> {
    await this.#commitAll(state, await this.#firstReplies.answer(batch))
    this.#waiting.splice(0, batch.length)
  }

  async #commitAll(state: SiteState, batch: readonly Waiting[]): Promise<void> {
    for (;;) {
      if (batch.length === 0) return
      await bringThoseWhoAsk(this.#deps, state, batch)
      const draft = new Draft(state, this.#deps.clock.now(), this.#deps.ids, await silencesOf(this.#deps, state, batch))
      let replies: readonly Reply<unknown>[] = batch.map(({ command }) => this.#decide(draft, command))
      route(draft)
      let committed: Committed | undefined
      try {
        committed = await (draft.isEmpty ? this.#confirm(state, batch) : this.#commit(state, draft, batch, replies))
        if (committed) replies = await this.#firstReplies.instead(draft, batch, replies)
      } catch (error) {
        draft.undo()
        this.#firstReplies.doubt(batch)
        if (!isRefusal(error)) throw error
        return this.#commitOneByOne(state, batch, error)
      }
      if (committed) return this.#publish(state, draft, committed, batch, replies)
      draft.undo()
      await this.#catchUp(state)
    }
  }

  /** A decision that throws is a bug of ours: it changes nothing and harms nobody else's. */
  #decide(draft: Draft, command: SiteCommand): Reply<unknown> {
    const undo = draft.mark()
    try {
      return decide(draft, command)
    } catch (error) {
      undo()
      this.#deps.log.error({ err: error, command: command.name }, 'a decision failed')
      return refuse('unavailable')
    }
  }

  async #commitOneByOne(state: SiteState, batch: readonly Waiting[], error: Error): Promise<void> {
    for (const waiting of await this.#firstReplies.answer(batch)) {
      if (batch.length > 1) {
        await this.#commitAll(state, [waiting])
      } else {
        this.#deps.log.error({ err: error, command: waiting.command.name }, 'a decision was refused by the database')
        this.#firstReplies.settle(waiting, refuse('conflict'))
      }
    }
  }

  /** Answers that write nothing are given on the present rows too; undefined: others have committed since. */
  async #confirm(state: SiteState, batch: readonly Waiting[]): Promise<Committed | undefined> {
    const asked = batch.some(({ key }) => key !== undefined)
    const [present] = asked ? await readVersions(this.#deps.db, [this.#siteId]) : []
    return present && present.version > state.version ? undefined : { version: state.version, entries: [] }
  }

  async #commit(
    state: SiteState,
    draft: Draft,
    batch: readonly Waiting[],
    replies: readonly Reply<unknown>[],
  ): Promise<Committed | undefined> {
    const commands: CommandRecord[] = []
    batch.forEach(({ key }, i) => {
      const reply = replies[i]
      if (key && reply?.ok) commands.push({ ...key, reply })
    })
    await this.#deps.at('before-site-commit')
    const committed = await commitSite(this.#deps.db, {
      siteId: this.#siteId,
      nodeId: this.#deps.node.id,
      expected: state.version,
      nextDue: nextDue(state, draft.now),
      draft,
      commands,
    })
    await this.#deps.at('after-site-commit')
    return committed
  }

  async #publish(
    state: SiteState,
    draft: Draft,
    committed: Committed,
    batch: readonly Waiting[],
    replies: readonly Reply<unknown>[],
  ): Promise<void> {
    state.version = committed.version
    const changes = draft.changes()
    const seers = seersOf(state, changes)
    releaseEnded(state, changes)
    batch.forEach((waiting, i) => this.#firstReplies.settle(waiting, replies[i] ?? refuse('unavailable')))
    await this.#deps.at('after-site-reply')
    if (changes.length > 0) this.#listener.committed(state, seers, numbered(draft, committed))
  }

  #schedule(state: SiteState): void {
    this.#cancelTimer()
    const due = nextDue(state, this.#deps.clock.now())
    if (due === null || this.#closed) return
    this.#cancelTimer = this.#deps.clock.setTimer(due, () => void this.tick())
  }

  /** A deadline may have passed. */
  tick(): Promise<Reply<never>> {
    return this.run({ name: 'clock:tick', by: null, tabId: null, payload: {} })
  }
}

function numbered(draft: Draft, committed: Committed): Entry[] {
  return committed.entries.flatMap(({ i, seq, ord }) => {
    const entry = draft.entries[i - 1]
    if (!entry) return []
    const { streamId, id, author, body } = entry
    return [{ streamId, seq, id, order: ord, at: draft.now, author, body }]
  })
}
