import type { Channel } from '@beckon/shared/model/channel'
import type {
  AgentId,
  CustomerId,
  DataSessionId,
  DialogueId,
  InteractionId,
  NodeId,
  SiteId,
  StreamId,
  TabId,
} from '@beckon/shared/model/ids'
import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import type { Ids } from '../../src/domain/draft.ts'
import { newPresence } from '../../src/domain/presence/new-presence.ts'
import type { InteractionRow, OfferRow } from '../../src/domain/rows.ts'
import { defaultSettings, plainQueue } from '../../src/domain/rules/default-settings.ts'
import { SiteState } from '../../src/domain/site-state.ts'
import { numberedId } from '../../testing/sequential-ids.ts'

export const crowdStart = 1_800_000_000_000
const site = { id: numberedId(1) as SiteId, key: 'crowd', name: 'Crowd', madeAt: 0, configuredAt: 0 }
const node = numberedId(2) as NodeId
const subjects = ['booking', 'baggage', 'lounge', 'disputes', 'cargo', 'visa', 'refund', 'upgrade']
const languages = ['en', 'ar', 'no']
const regions = ['north', 'south']

/** Eight queues with levels, language, region and two steps each; values and an agreement. */
const routing: RoutingSettings = {
  ...defaultSettings,
  queues: subjects.map((key) => ({
    ...plainQueue,
    key,
    skills: { [key]: 3 },
    byLanguage: true,
    byRegion: true,
    steps: [
      { afterMs: 600_000, anyRegion: true },
      { afterMs: 1_200_000, lowerLevels: 1 },
    ],
  })),
  values: [{ when: { segment: 'gold' }, value: 10 }],
  agreements: [{ fromValue: 10, withinMs: 60_000, raise: 30 }],
  interruptibleBy: { voice: ['chat'] },
}

/** The same crowd for the same numbers: who can do what, who waits for what and since when. */
export class Crowd {
  readonly state = new SiteState(site, { subjects: [], choices: [] }, 0)
  readonly ids: Ids = { uuid: () => this.uuid(), random: (bytes) => new Uint8Array(bytes) }
  readonly #served: InteractionId[] = []
  #lastServed: InteractionRow | undefined
  #made = 100
  #random = 1

  constructor(agents: number, waiting: number) {
    this.state.put('settings', { id: site.id, routing })
    for (let n = 0; n < agents; n++) this.#hire()
    for (let n = 0; n < waiting; n++) this.state.put('interactions', this.contact(crowdStart - waiting * 20 + n * 20))
  }

  uuid(): string {
    return numberedId(this.#made++)
  }

  /** Lehmer's generator, so that every run meets the same people. */
  pick<T>(from: readonly T[]): T {
    this.#random = (this.#random * 48_271) % 2_147_483_647
    return from[this.#random % from.length] as T
  }

  /** Two subjects at some level, one language and perhaps a region; two chats or a call; busy with all of it. */
  #hire(): void {
    const id = this.uuid() as AgentId
    const [one, other] = [this.pick(subjects), this.pick(subjects)]
    this.state.put('agents', {
      id,
      userId: id,
      name: id,
      roles: ['agent'],
      skills: { [other]: this.pick([2, 3, 4]), [one]: this.pick([3, 4, 5]) },
      queues: [],
      languages: [this.pick(languages)],
      regions: this.pick([[], regions.slice(0, 1), regions.slice(1)]),
      capacity: { chat: 2, voice: 1 },
      handle: null,
      lostAt: null,
      dndSince: null,
      nextReason: null,
      disabledAt: null,
    })
    const tab = {
      id: this.uuid() as TabId,
      nodeId: node,
      agentId: id,
      customerId: null,
      openedAt: 0,
      closedAt: null,
      soundReady: true,
      screenUp: true,
      device: null,
      deviceId: null,
    }
    this.state.put('tabs', tab)
    for (const channel of ['chat', 'voice'] as const) {
      this.state.put('presences', newPresence(this.uuid(), id, channel, { intent: 'available', since: 0 }))
      for (let n = 0; n < (channel === 'chat' ? 2 : 1); n++) this.#serve(this.contact(crowdStart, channel), id)
    }
  }

  #serve(row: InteractionRow, ownerId: AgentId): void {
    const answeredAt = row.enqueuedAt
    this.state.put('interactions', { ...row, status: 'assigned', offerId: null, ownerId, fence: 2, answeredAt })
    this.#served.push(row.id)
  }

  /** What happens next: somebody's contact ends; another like the last one served arrives, so that no line runs dry. */
  next(now: number): { ends: InteractionRow; comes: InteractionRow } {
    this.#random = (this.#random * 48_271) % 2_147_483_647
    const n = this.#random % this.#served.length
    const id = this.#served[n]
    const last = this.#served.pop()
    if (last && n < this.#served.length) this.#served[n] = last
    const ends = id && this.state.interactions.get(id)
    if (!ends) throw new Error('nobody is served')
    const { channel, subject, queue, plan } = this.#lastServed ?? ends
    return { ends, comes: { ...this.contact(now), channel, subject, queue, plan } }
  }

  accept(offer: OfferRow): void {
    const row = this.state.interactions.get(offer.interactionId)
    if (!row) throw new Error('what is offered is not there')
    this.#lastServed = row
    this.state.put('offers', { ...offer, status: 'accepted' })
    this.#serve(row, offer.agentId)
  }

  contact(enqueuedAt: number, channel: Channel = this.pick(['chat', 'chat', 'voice'])): InteractionRow {
    const id = this.uuid() as InteractionId
    const value = this.pick([0, 0, 0, 10])
    const subject = this.pick(subjects)
    return {
      id,
      dialogueId: id as string as DialogueId,
      customerId: id as string as CustomerId,
      dataSessionId: id as string as DataSessionId,
      parentId: null,
      reference: '',
      channel,
      subject,
      status: 'queued',
      cause: null,
      queue: subject,
      plan: {
        skills: {},
        language: this.pick(languages),
        region: this.pick(regions),
        greeting: null,
        announcements: [],
        legs: 'both',
      },
      value,
      enqueuedAt,
      rankAt: enqueuedAt - value * 60_000,
      agreementAt: value > 0 ? enqueuedAt + 60_000 : null,
      agreementMissedAt: null,
      relaxed: 0,
      offerId: null,
      ownerId: null,
      fence: 1,
      preferredAgentId: null,
      preferredAs: null,
      preferredUntil: null,
      silentSince: null,
      silence: 'short',
      passedBy: {},
      customerLostAt: null,
      answeredAt: null,
      endedAt: null,
      wrapUpUntil: null,
      closedAt: null,
      disposition: null,
      conversationId: id as string as StreamId,
      deskId: id as string as StreamId,
      task: null,
      parkedUntil: null,
    }
  }
}
