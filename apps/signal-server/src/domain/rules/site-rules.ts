import type { Channel, MediaKind } from '@beckon/shared/model/channel'
import type { OpeningHours, Queue, RoutingSettings } from '@beckon/shared/model/routing-settings'
import { waits } from '../defaults.ts'
import { plainQueue } from './default-settings.ts'

/** A site's settings, made ready to be asked. */
export class SiteRules {
  readonly settings: RoutingSettings
  readonly defaultQueue: Queue
  /** Whether any queue cares where a customer is, or what they speak. */
  readonly looksAtRegion: boolean
  readonly looksAtLanguage: boolean
  /** Whether agents pick from any queue. */
  readonly isPickedFrom: boolean
  /** What becomes of a chat whose customer is silent; null: nothing. */
  readonly idle: NonNullable<RoutingSettings['idle']> | null
  readonly #queues: ReadonlyMap<string, Queue>
  readonly #hours: ReadonlyMap<string, OpeningHours>

  constructor(settings: RoutingSettings) {
    this.settings = settings
    this.defaultQueue = settings.queues[0] ?? plainQueue
    this.looksAtRegion = settings.queues.some(({ byRegion }) => byRegion)
    this.looksAtLanguage = settings.queues.some(({ byLanguage }) => byLanguage)
    this.isPickedFrom = settings.queues.some(({ answer }) => answer === 'pick')
    this.idle = settings.idle === undefined ? waits.idle : settings.idle
    this.#queues = new Map(settings.queues.map((queue) => [queue.key, queue]))
    this.#hours = new Map(settings.hours.map((hours) => [hours.key, hours]))
  }

  /** The default one for a queue that is no more: who waits in it goes on waiting. */
  queue(key: string): Queue {
    return this.#queues.get(key) ?? this.defaultQueue
  }

  /** Undefined: always open. */
  hoursOf(queue: Queue): OpeningHours | undefined {
    return queue.hours === null ? undefined : this.#hours.get(queue.hours)
  }

  /** Whether somebody at work on one channel may be asked on another; a task interrupts nothing unless the site says so. */
  mayInterrupt(working: Channel, asked: MediaKind): boolean {
    const allowed = this.settings.interruptibleBy[working]
    return working === asked || (allowed === undefined ? asked !== 'task' : allowed.includes(asked))
  }
}
