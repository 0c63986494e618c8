import type { Channel, MediaKind } from '@beckon/shared/model/channel'
import type { InteractionRow, OfferRow } from '../rows.ts'
import type { SiteRules } from '../rules/site-rules.ts'
import { ringsFor, takesSlot } from './load.ts'

const byChannel = (): Record<Channel, number> => ({ chat: 0, voice: 0, task: 0 })
const channels = ['chat', 'voice', 'task'] as const satisfies readonly Channel[]

/** What an agent has in hand, counted as rows come and go, so that nobody looks at all of it. */
export class Work {
  readonly #owned = byChannel()
  /** Owned ones that take a slot. */
  readonly #taken = byChannel()
  readonly #ringing = byChannel()

  own(row: InteractionRow, by: 1 | -1): void {
    this.#owned[row.channel] += by
    if (takesSlot(row, row.channel)) this.#taken[row.channel] += by
  }
  ring({ channel }: OfferRow, by: 1 | -1): void {
    this.#ringing[channel] += by
  }

  /** Slots of one media channel that are taken: what is owned and takes one, and ringing offers. */
  used(channel: MediaKind): number {
    return channel === 'expert' ? 0 : this.#taken[channel] + this.#ringing[channel]
  }
  /** Something rings that keeps them from being asked on this channel. */
  ringsFor(asked: MediaKind): boolean {
    for (const channel of channels) if (this.#ringing[channel] > 0 && ringsFor(channel, asked)) return true
    return false
  }
  /** They are at something that this channel may not interrupt. */
  isInterruptedBy(asked: MediaKind, rules: SiteRules): boolean {
    for (const channel of channels) {
      if (this.#owned[channel] > 0 && !rules.mayInterrupt(channel, asked)) return true
    }
    return false
  }
}
