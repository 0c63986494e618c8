import type { Entry } from '@beckon/shared/model/entry'
import type { Appended } from '@beckon/shared/protocol/chat'
import { ok, type Reply, refuse } from '@beckon/shared/protocol/reply'
import { type Append, appendEntries, type AppendOutcome } from '../stores/append-entries.ts'
import { isRefusal } from '../stores/database.ts'
import { HeldConnection } from '../stores/held-connection.ts'
import type { CommitDeps } from './deps.ts'
import { retryDelay } from './retry-delay.ts'

interface Waiting {
  append: Append
  reply: Promise<Reply<Appended>>
  settle(reply: Reply<Appended>): void
}

/** A batch after its commit, with what became of each. */
type Written = { waiting: Waiting; outcome: AppendOutcome | undefined }[]

/** How many entries one commit carries at most. */
const batchLimit = 1_000

/**
 * Writes entries of all streams of this node in batches: one in flight, what arrives meanwhile is the next. After an
 * unknown outcome the same batch is sent again; the entries' ids make that harmless.
 */
export class LogAppend {
  readonly #deps: CommitDeps
  readonly #connection: HeldConnection
  readonly #committed: (entries: readonly Entry[]) => void
  /** By what makes two commands the same one: sent twice at once it is one entry with one reply. */
  #waiting = new Map<string, Waiting>()
  #running = false
  #closed = false

  constructor(deps: CommitDeps, committed: (entries: readonly Entry[]) => void) {
    this.#deps = deps
    this.#connection = new HeldConnection(deps.db)
    this.#committed = committed
  }

  append(append: Append): Promise<Reply<Appended>> {
    // The hash covers the author and what is written.
    const key = `${append.id} ${append.streamId} ${append.hash}`
    const waiting = this.#waiting.get(key)
    if (waiting) return waiting.reply
    let settle: Waiting['settle'] = () => {}
    const reply = new Promise<Reply<Appended>>((resolve) => {
      settle = resolve
    })
    this.#waiting.set(key, { append, reply, settle })
    if (!this.#running) {
      this.#running = true
      // Everything that arrives in this turn of the loop rides in the first batch.
      setImmediate(() => void this.#loop())
    }
    return reply
  }

  close(): void {
    this.#closed = true
    if (!this.#running) this.#connection.release()
  }

  /** While the database is at work on a batch, the one before it is told. */
  async #loop(): Promise<void> {
    let last: Written = []
    while (last.length > 0 || (this.#waiting.size > 0 && !this.#closed)) {
      const writing = this.#write(this.#take())
      await this.#tell(last)
      last = await writing
      // What arrived together with the answer rides in the next batch.
      if (this.#waiting.size > 0) await turn()
    }
    this.#running = false
    if (this.#closed) this.#connection.release()
  }

  #take(): Waiting[] {
    const all = [...this.#waiting]
    this.#waiting = new Map(all.slice(batchLimit))
    return all.slice(0, batchLimit).map(([, waiting]) => waiting)
  }

  async #write(batch: readonly Waiting[]): Promise<Written> {
    for (let failures = 0; batch.length > 0 && !this.#closed; ) {
      try {
        return await this.#commit(batch)
      } catch (error) {
        if (isRefusal(error) && batch.length > 1) {
          const written: Written = []
          for (const waiting of batch) written.push(...(await this.#write([waiting])))
          return written
        }
        if (isRefusal(error) && failures > 0) {
          this.#deps.log.error({ err: error }, 'an entry was refused by the database')
          for (const waiting of batch) waiting.settle(refuse('conflict'))
          return []
        }
        this.#deps.log.warn({ err: error }, 'append repeated')
        await retryDelay(++failures)
      }
    }
    return []
  }

  /** Nothing is awaited before the statement leaves. */
  async #commit(batch: readonly Waiting[]): Promise<Written> {
    const held = this.#deps.at('before-append')
    if (held) await held
    const appends = batch.map((waiting) => waiting.append)
    const outcomes = await this.#connection.use((db) =>
      appendEntries(db, this.#deps.node.id, this.#deps.clock.now(), appends),
    )
    await this.#deps.at('after-append')
    return batch.map((waiting, i) => ({ waiting, outcome: outcomes[i] }))
  }

  /** The readers first: the writer has the text before its eyes already. */
  async #tell(written: Written): Promise<void> {
    const entries: Entry[] = []
    for (const { waiting, outcome } of written) {
      if (outcome?.outcome === 'appended') entries.push(toEntry(waiting.append, outcome))
    }
    if (entries.length > 0) this.#committed(entries)
    await this.#deps.at('after-append-delivery')
    for (const { waiting, outcome } of written) waiting.settle(toReply(outcome))
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

function toReply(outcome: AppendOutcome | undefined): Reply<Appended> {
  if (!outcome) return refuse('unavailable')
  const { outcome: what, seq, at } = outcome
  return what === 'appended' || what === 'duplicate' ? ok({ seq, at }) : refuse(what)
}

const toEntry = (append: Append, { seq, ord, at }: AppendOutcome): Entry => ({
  streamId: append.streamId,
  seq,
  id: append.id,
  order: ord,
  at,
  author: append.author,
  body: append.body,
})
