import type { Typing } from '@beckon/shared/protocol/chat'
import { tellTyping } from '../stores/tell-typing.ts'
import type { CommitDeps } from './deps.ts'

/** What is typed within this time goes to the other nodes together. */
const gatherMs = 200
/** One NOTIFY carries at most 8,000 bytes; an item takes 45. */
const mostItems = 150

/** Tells the other nodes who is typing, by way of the wake-up. What cannot be told is not told. */
export class TypingRelay {
  readonly #deps: CommitDeps
  readonly #gathered = new Set<string>()
  #timer: NodeJS.Timeout | undefined

  constructor(deps: CommitDeps) {
    this.#deps = deps
  }

  tell({ streamId, by }: Typing): void {
    if (this.#gathered.size < mostItems) this.#gathered.add(`${streamId}:${by}`)
    this.#timer ??= setTimeout(() => void this.#send(), gatherMs)
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  async #send(): Promise<void> {
    const items = [...this.#gathered]
    this.#gathered.clear()
    this.#timer = undefined
    try {
      await tellTyping(this.#deps.db, this.#deps.node.id, items)
    } catch (error) {
      this.#deps.log.debug({ err: error }, 'typing not told to other nodes')
    }
  }
}
