import { type Reply, refuse } from '@beckon/shared/protocol/reply'
import type pg from 'pg'
import type { Draft } from '../domain/draft.ts'
import type { SiteCommand } from '../domain/site-command.ts'
import { type CommandRecord, readCommandRecords } from '../stores/commit-site.ts'
import type { CommandKey } from './commit-path.ts'

/** A command of one site that has no reply yet. */
export interface Waiting {
  command: SiteCommand
  key: CommandKey | undefined
  settle(reply: Reply<never>): void
}

type Records = ReadonlyMap<string, CommandRecord>

const nameOf = ({ actorId, id }: Pick<CommandKey, 'actorId' | 'id'>): string => `${actorId} ${id}`

/** With another body it is not the same command. */
const firstReply = (record: CommandRecord, key: CommandKey): Reply<unknown> =>
  record.hash === key.hash ? record.reply : refuse('conflict')

/** Sees to it that a command committed once, here or on another node, gets its first reply whenever it is sent [DL2]. */
export class FirstReplies {
  readonly #db: pg.Pool
  /** Those that were in a batch whose outcome is unknown, or whose rows were refused. */
  readonly #doubted = new Set<Waiting>()

  constructor(db: pg.Pool) {
    this.#db = db
  }

  doubt(batch: readonly Waiting[]): void {
    for (const waiting of batch) this.#doubted.add(waiting)
  }

  settle(waiting: Waiting, reply: Reply<unknown>): void {
    this.#doubted.delete(waiting)
    waiting.settle(reply as Reply<never>)
  }

  /** Answers those of a batch that were committed before; returns the others. Only doubted ones are looked up. */
  async answer(batch: readonly Waiting[]): Promise<Waiting[]> {
    const records = await this.#read(
      batch.flatMap((waiting) => (waiting.key && this.#doubted.has(waiting) ? [waiting.key] : [])),
    )
    return batch.filter((waiting) => {
      const record = waiting.key && records.get(nameOf(waiting.key))
      if (record && waiting.key) this.settle(waiting, firstReply(record, waiting.key))
      return !record
    })
  }

  /**
   * A refusal, and an answer that changed nothing, are given only to commands not committed before: the others get
   * their first reply. What is committed now is new by the records' key.
   */
  async instead(
    draft: Draft,
    batch: readonly Waiting[],
    replies: readonly Reply<unknown>[],
  ): Promise<readonly Reply<unknown>[]> {
    const records = await this.#read(
      batch.flatMap(({ key }, i) => (key && (draft.isEmpty || !replies[i]?.ok) ? [key] : [])),
    )
    if (records.size === 0) return replies
    return batch.map(({ key }, i) => {
      const record = key && records.get(nameOf(key))
      return record && key ? firstReply(record, key) : (replies[i] ?? refuse('unavailable'))
    })
  }

  async #read(keys: readonly CommandKey[]): Promise<Records> {
    if (keys.length === 0) return new Map()
    const records = await readCommandRecords(
      this.#db,
      keys.map((key) => key.actorId),
      keys.map((key) => key.id),
    )
    return new Map(records.map((record) => [nameOf(record), record]))
  }
}
