import type { Entry } from '@beckon/shared/model/entry'
import type { Appended } from '@beckon/shared/protocol/chat'
import { ok, type Reply, refuse } from '@beckon/shared/protocol/reply'
import { type Append, appendEntries, type AppendOutcome } from '../stores/append-entries.ts'
import { isRefusal } from '../stores/database.ts'
import type { CommitDeps } from './deps.ts'
import { retryDelay } from './retry-delay.ts'

interface Waiting {
  append: Append
  reply: Promise<Reply<Appended>>
  settle(reply: Reply<Appended>): void
}

/** How many entries one commit carries at most. */
const batchLimit = 1_000

/**
 * Writes entries of all streams of this node in batches: one in flight, what arrives meanwhile is the next. After an
 * unknown outcome the same batch is sent again; the entries' ids make that harmless.
 */
export class LogAppend {
  readonly #deps: CommitDeps
  readonly #committed: (entries: readonly Entry[]) => void
  /** By what makes two commands the same one: sent twice at once it is one entry with one reply. */
  #waiting = new Map<string, Waiting>()
  #running = false
  #closed = false

  constructor(deps: CommitDeps, committed: (entries: readonly Entry[]) => void) {
    this.#deps = deps
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
  }

  async #loop(): Promise<void> {
    while (this.#waiting.size > 0 && !this.#closed) {
      const all = [...this.#waiting]
      this.#waiting = new Map(all.slice(batchLimit))
      await this.#write(all.slice(0, batchLimit).map(([, waiting]) => waiting))
    }
    this.#running = false
  }

  async #write(batch: readonly Waiting[]): Promise<void> {
    for (let failures = 0; !this.#closed; ) {
      try {
        return await this.#commit(batch)
      } catch (error) {
        if (isRefusal(error) && batch.length > 1) {
          for (const waiting of batch) await this.#write([waiting])
          return
        }
        if (isRefusal(error) && failures > 0) {
          this.#deps.log.error({ err: error }, 'an entry was refused by the database')
          for (const waiting of batch) waiting.settle(refuse('conflict'))
          return
        }
        this.#deps.log.warn({ err: error }, 'append repeated')
        await retryDelay(++failures)
      }
    }
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const appends = batch.map((waiting) => waiting.append)
    await this.#deps.at('before-append')
    const outcomes = await appendEntries(this.#deps.db, this.#deps.node.id, this.#deps.clock.now(), appends)
    await this.#deps.at('after-append')
    const entries: Entry[] = []
    batch.forEach((waiting, i) => {
      const outcome = outcomes[i]
      if (outcome?.outcome === 'appended') entries.push(toEntry(waiting.append, outcome))
      waiting.settle(toReply(outcome))
    })
    await this.#deps.at('after-append-reply')
    if (entries.length > 0) this.#committed(entries)
  }
}

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
