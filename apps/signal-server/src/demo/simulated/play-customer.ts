import type { Connection } from '@beckon/shared/client/connection'
import type { CustomerInteraction, CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { CommandId } from '@beckon/shared/model/ids'
import type { Pace } from './pace.ts'
import { type CustomerScript, noVoice } from './scripts.ts'

/** How long they read or think, and how long they stay at most; at the speed of life. */
const THINK_MS = 3_500
const STAY_MS = 900_000

export interface CustomerPart {
  script: CustomerScript
  connection: Connection<CustomerView>
  pace: Pace
  /** Answers the survey of a chat that was served. */
  rate(interactionId: string): Promise<void>
  /** The part is played to its end. */
  over(): void
}

/** What a simulated customer does, seeing what a page of theirs would see. */
export class CustomerActor {
  readonly #part: CustomerPart
  readonly #lines: string[]
  readonly #declined = new Set<string>()
  #chat: CustomerInteraction | undefined
  #served = false
  #thinking = false
  #thanked = false
  #unfollow: () => void = () => {}

  constructor(part: CustomerPart) {
    this.#part = part
    this.#lines = [...part.script.lines]
    part.connection.subscribe(() => this.#look())
    part.pace.after(STAY_MS, () => this.end())
  }

  get state(): 'arriving' | 'waiting' | 'talking' {
    if (!this.#chat) return 'arriving'
    return this.#served ? 'talking' : 'waiting'
  }

  /** Leaves the queue, or ends the exchange. */
  async end(): Promise<void> {
    if (this.#chat) await this.#part.connection.send('contact:end', { interactionId: this.#chat.id })
  }

  #look(): void {
    const open = this.#part.connection.view()?.interactions ?? []
    const chat = open.find(({ channel }) => channel === 'chat')
    if (chat && !this.#chat) this.#begin(chat)
    if (!chat && this.#chat) return this.#finish(this.#chat.id)
    this.#chat = chat
    this.#served ||= chat?.status === 'assigned'
    for (const { call } of open) {
      if (call?.state === 'invited' && !this.#declined.has(call.id)) {
        this.#declined.add(call.id)
        this.#part.pace.after(THINK_MS, async () => {
          await this.#part.connection.send('call:decline', { callId: call.id })
          await this.#say(noVoice)
        })
      }
    }
  }

  #begin(chat: CustomerInteraction): void {
    this.#chat = chat
    this.#unfollow = this.#part.connection.follow(chat.conversation, (entries) => this.#read(entries))
    this.#think()
  }

  #read(entries: readonly Entry[]): void {
    for (const { id, author, body } of entries) {
      if (author.kind !== 'agent') continue
      if (body.kind === 'page-pushed') this.#open(id as CommandId)
      else if (body.kind === 'message' || body.kind === 'file') this.#think()
    }
  }

  /** One thought at a time, however much was said meanwhile. */
  #think(): void {
    const chat = this.#chat
    if (this.#thinking || this.#thanked || !chat) return
    this.#thinking = true
    this.#part.connection.typed(chat.conversation)
    this.#part.pace.after(THINK_MS, async () => {
      this.#thinking = false
      const line = this.#lines.shift()
      if (line !== undefined) return this.#say(line)
      this.#thanked = true
      await this.#say(this.#part.script.thanks)
      this.#part.pace.after(THINK_MS, () => this.end())
    })
  }

  #open(pushId: CommandId): void {
    const streamId = this.#chat?.conversation
    if (streamId === undefined) return
    this.#part.pace.after(THINK_MS, async () => {
      await this.#part.connection.send('page:answer', { streamId, pushId, outcome: 'opened' })
      await this.#say(this.#part.script.onPage)
    })
  }

  async #say(text: string): Promise<void> {
    const streamId = this.#chat?.conversation
    if (streamId !== undefined) await this.#part.connection.send('message:send', { streamId, text })
  }

  #finish(interactionId: string): void {
    const { pace, rate, over } = this.#part
    this.#chat = undefined
    this.#unfollow()
    pace.after(THINK_MS, async () => {
      if (this.#served) await rate(interactionId)
      over()
    })
  }
}
