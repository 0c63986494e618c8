import type { Connection } from '@beckon/shared/client/connection'
import type { AgentView, WorkView } from '@beckon/shared/model/agent-view'
import type { InteractionId } from '@beckon/shared/model/ids'
import { AgentChat } from './agent-chat.ts'
import type { Pace } from './pace.ts'
import { type AgentScript, callNote } from './scripts.ts'

/** From the ring to the accept, and from the end to the classification; at the speed of life. */
const ACCEPT_MS = 4_000
const WRAP_UP_MS = 5_000

export interface AgentPart {
  script: AgentScript
  connection: Connection<AgentView>
  pace: Pace
  /** Stored pages that may be pushed. */
  pages: readonly { title: string; url: string }[]
}

/** What a simulated agent does, seeing what their console would see. */
export class AgentActor {
  readonly #part: AgentPart
  readonly #chats = new Map<InteractionId, AgentChat>()
  readonly #seen = new Set<string>()

  constructor(part: AgentPart) {
    this.#part = part
    part.connection.subscribe(() => this.#look())
  }

  get state(): 'arriving' | 'ready' | 'talking' {
    const view = this.#part.connection.view()
    if (!view) return 'arriving'
    return view.work.some(({ status }) => status === 'assigned') ? 'talking' : 'ready'
  }

  async begin(): Promise<void> {
    await this.#part.connection.send('presence:set', { channel: 'chat', intent: 'available' })
  }

  /** Hands nothing over: who leaves ends what they have. */
  async end(): Promise<void> {
    const { connection } = this.#part
    await connection.send('presence:set', { channel: 'chat', intent: 'unavailable' })
    for (const { id, fence, status } of connection.view()?.work ?? []) {
      if (status === 'assigned') await connection.send('interaction:end', { interactionId: id, fence })
      await this.#classify(id, fence)
    }
  }

  #look(): void {
    const { connection, pace } = this.#part
    const view = connection.view()
    for (const { id: offerId } of view?.offers ?? []) {
      this.#once(offerId, () => {
        pace.after(0, () => connection.send('offer:shown', { offerId }))
        pace.after(ACCEPT_MS, () => connection.send('offer:accept', { offerId }))
      })
    }
    const work = view?.work ?? []
    for (const one of work) this.#attend(one)
    for (const [id, chat] of this.#chats) {
      if (work.some((one) => one.id === id && one.status === 'assigned')) continue
      chat.close()
      this.#chats.delete(id)
    }
  }

  #attend(work: WorkView): void {
    const { id, fence, status, desk } = work
    if (status === 'assigned' && !this.#chats.has(id)) {
      this.#chats.set(id, new AgentChat(this.#part, work))
    }
    if (status !== 'wrap-up') return
    this.#once(`${id} ${fence} ended`, () => {
      this.#part.pace.after(WRAP_UP_MS, async () => {
        await this.#part.connection.send('note:add', { streamId: desk, text: callNote })
        await this.#classify(id, fence)
      })
    })
  }

  async #classify(interactionId: InteractionId, fence: number): Promise<void> {
    await this.#part.connection.send('wrap-up:complete', { interactionId, fence, disposition: 'solved' })
  }

  #once(name: string, act: () => void): void {
    if (this.#seen.has(name)) return
    this.#seen.add(name)
    act()
  }
}
