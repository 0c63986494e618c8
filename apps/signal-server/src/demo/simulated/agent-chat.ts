import type { WorkView } from '@beckon/shared/model/agent-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { AgentPart } from './play-agent.ts'
import { answersTo, farewell, smallTalk } from './scripts.ts'

/** From a line to its answer, and how long a silent customer is waited for; at the speed of life. */
const THINK_MS = 3_000
const SILENCE_MS = 240_000

/** One chat of a simulated agent: a greeting, prepared answers, a page after the second. */
export class AgentChat {
  readonly #part: AgentPart
  readonly #work: WorkView
  readonly #answers: string[]
  readonly #close: () => void
  #greeted = false
  #owed = false
  #thinking = false
  #said = 0
  #heard = 0
  #closed = false

  constructor(part: AgentPart, work: WorkView) {
    this.#part = part
    this.#work = work
    this.#answers = [...(answersTo[work.subject]?.answers ?? [])]
    this.#close = part.connection.follow(work.conversation, (entries) => this.#read(entries))
    this.#think()
  }

  close(): void {
    this.#closed = true
    this.#close()
  }

  #read(entries: readonly Entry[]): void {
    for (const { author, body } of entries) {
      if (author.kind !== 'customer' || (body.kind !== 'message' && body.kind !== 'file')) continue
      this.#heard += 1
      this.#owed = true
      this.#think()
    }
  }

  #think(): void {
    if (this.#thinking || this.#closed) return
    this.#thinking = true
    this.#part.connection.typed(this.#work.conversation)
    this.#part.pace.after(THINK_MS, () => this.#speak())
  }

  async #speak(): Promise<void> {
    this.#thinking = false
    if (this.#closed) return
    if (!this.#greeted) {
      this.#greeted = true
      await this.#say(this.#part.script.greeting)
      if (this.#owed) this.#think()
      return this.#mindSilence()
    }
    this.#owed = false
    await this.#say(this.#answers.shift() ?? smallTalk[this.#said % smallTalk.length] ?? farewell)
    this.#said += 1
    if (this.#said === 2) await this.#showPage()
    this.#mindSilence()
  }

  async #say(text: string): Promise<void> {
    await this.#part.connection.send('message:send', { streamId: this.#work.conversation, text })
  }

  async #showPage(): Promise<void> {
    const path = answersTo[this.#work.subject]?.page
    const page = this.#part.pages.find(({ url }) => path !== undefined && url.endsWith(path))
    if (page) await this.#part.connection.send('page:push', { streamId: this.#work.conversation, ...page })
  }

  #mindSilence(): void {
    const { connection, pace } = this.#part
    const heard = this.#heard
    const { id: interactionId, fence } = this.#work
    pace.after(SILENCE_MS, async () => {
      if (this.#closed || heard !== this.#heard) return
      await this.#say(farewell)
      await connection.send('interaction:end', { interactionId, fence })
    })
  }
}
