import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Arrived, End } from './conversation.ts'
import type { LoadAnswer, LoadQuestion } from './load.ts'

/** A line of chat, 100 characters. */
export const text =
  'Good morning, my bag did not arrive with flight BS117 yesterday. Could you please find out where it is?'.slice(
    0,
    100,
  )

/** After the last message was sent, all must have been acknowledged and delivered. */
const drainMs = 15_000
/** How often what is due is sent. */
export const paceMs = 2

/** Sends messages from both ends of every conversation, and checks that each is acknowledged and arrives, in order. */
export class Traffic {
  readonly #sentAt = new Map<string, number>()
  readonly #lastSeq = new Map<string, number>()
  #latencies: number[] = []
  #sent = 0
  #acked = 0
  #delivered = 0

  /** An end gets the entries of its stream, its own included; only those of the other end count as delivered. */
  readonly arrived = (kind: End['kind'], entries: readonly Arrived[]): void => {
    const now = performance.now()
    for (const { streamId, seq, id, author, body } of entries) {
      if (author.kind === kind || body.kind !== 'message') continue
      const sentAt = this.#sentAt.get(id)
      if (sentAt === undefined) throw new Error(`entry ${id} arrived twice, or nobody sent it`)
      const reader = `${kind} ${streamId}`
      if (seq <= (this.#lastSeq.get(reader) ?? 0)) throw new Error(`entry ${seq} of ${reader} came too late`)
      this.#lastSeq.set(reader, seq)
      this.#sentAt.delete(id)
      this.#latencies.push(now - sentAt)
      this.#delivered += 1
    }
  }

  async run(ends: readonly End[], { seconds, inFlight, ratePerS }: LoadQuestion): Promise<LoadAnswer> {
    this.#latencies = []
    this.#sent = this.#acked = this.#delivered = 0
    const started = performance.now()
    const until = started + seconds * 1_000
    if (ratePerS === null) {
      for (const end of ends) for (let i = 0; i < inFlight; i++) this.#sendOn(end, until)
      await pause(seconds * 1_000)
    } else {
      await this.#sendPaced(ends, ratePerS, until)
    }
    const perSecond = (this.#acked * 1_000) / (performance.now() - started)
    await this.#drained()
    this.#latencies.sort((a, b) => a - b)
    const at = (share: number): number => this.#latencies[Math.floor(this.#latencies.length * share)] ?? Number.NaN
    return { messages: this.#delivered, perSecond, deliverP50Ms: at(0.5), deliverP99Ms: at(0.99) }
  }

  /** The next message goes out as soon as the last is acknowledged. */
  #sendOn(end: End, until: number): void {
    this.#send(end, () => {
      if (performance.now() < until) this.#sendOn(end, until)
    })
  }

  /** At this rate whatever the replies do: a slow server is not spared. */
  async #sendPaced(ends: readonly End[], ratePerS: number, until: number): Promise<void> {
    const started = performance.now()
    for (let now = started; now < until; now = performance.now()) {
      const due = ((now - started) * ratePerS) / 1_000
      while (this.#sent < due) {
        const end = ends[(this.#sent * 7) % ends.length]
        if (end) this.#send(end, () => {})
      }
      await pause(paceMs)
    }
  }

  #send({ client, streamId }: End, acked: () => void): void {
    const id = randomUUID()
    this.#sent += 1
    this.#sentAt.set(id, performance.now())
    client.emit('message:send', { id, payload: { streamId, text } }, (reply) => {
      if (!(reply as { ok: boolean }).ok) throw new Error(`refused: ${JSON.stringify(reply)}`)
      this.#acked += 1
      acked()
    })
  }

  async #drained(): Promise<void> {
    const until = performance.now() + drainMs
    while (this.#acked < this.#sent || this.#delivered < this.#sent) {
      if (performance.now() > until) {
        throw new Error(`of ${this.#sent} messages ${this.#acked} were acknowledged, ${this.#delivered} delivered`)
      }
      await pause(10)
    }
  }
}
