import type { ContactChannel, MediaKind } from '@beckon/shared/model/channel'
import type { AgentView, MediaChannelView } from '@beckon/shared/model/agent-view'
import type { CustomerInteraction, CustomerView } from '@beckon/shared/model/customer-view'
import type { EntryBody } from '@beckon/shared/model/entry'
import type { Queue, RoutingSettings } from '@beckon/shared/model/routing-settings'
import type { DeviceId, InteractionId, NodeId, StreamId, TabId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type { ErrorCode, Reply } from '@beckon/shared/protocol/reply'
import { mediaChannelsOf } from '@beckon/shared/rules/media-channels'
import type { RoutingChange } from '@beckon/shared/protocol/rest/routing'
import { defaultSettings, plainQueue } from '../src/domain/rules/default-settings.ts'
import { nextDue } from '../src/domain/liveness/deadlines.ts'
import type { AgentRow, CallRow, CustomerRow, InteractionRow, OfferRow } from '../src/domain/rows.ts'
import type { PayloadOf, SiteCommand, SiteCommandName, ValueOf } from '../src/domain/site-command.ts'
import type { SiteState } from '../src/domain/site-state.ts'
import { agentView } from '../src/domain/views/agent-view.ts'
import { customerView } from '../src/domain/views/customer-view.ts'
import { RowStore } from './row-store.ts'
import { numberedId, sequentialIds } from './sequential-ids.ts'
import { siteChecks } from './site-checks.ts'
import { SiteNode } from './site-node.ts'
import { agentRow, customerRow, presenceRow, testSite, testLists } from './site-rows.ts'

export interface Cast {
  /** By name; what differs from an agent with 4 chat slots, 1 voice slot and no skill. */
  agents?: Record<string, Partial<AgentRow>>
  /** By name; what differs from an anonymous visitor. */
  customers?: Record<string, Partial<CustomerRow>>
  /** What differs from a site whose administrator has decided nothing. */
  routing?: Partial<RoutingSettings>
}

/** A queue of a test's site: what differs from the plain one. */
export const queue = (key: string, own: Partial<Queue> = {}): Queue => ({ ...plainQueue, key, name: key, ...own })

export const emptyBag = { items: [], trail: [] }
export const nodeA = numberedId(0xe001) as NodeId
export const nodeB = numberedId(0xe002) as NodeId

/** A site with people on one node, told as a story: who does what, when. Every step is checked against all invariants. */
export class SiteScenario {
  now = 1_800_000_000_000
  readonly store = new RowStore(testSite, testLists)
  readonly node: SiteNode
  readonly #people = new Map<string, Principal>()
  readonly #tabs = new Map<string, TabId>()
  readonly #devices = new Map<string, DeviceId>()

  constructor({ agents = {}, customers = {}, routing }: Cast) {
    if (routing) this.store.seed('settings', { id: testSite.id, routing: { ...defaultSettings, ...routing } })
    Object.entries(agents).forEach(([name, own], i) => this.#seedAgent(agentRow(name, i, own), i))
    Object.entries(customers).forEach(([name, own], i) => {
      const row = customerRow(i, own)
      this.store.seed('customers', row)
      this.#people.set(name, { kind: 'customer', siteId: testSite.id, customerId: row.id })
    })
    const now = (): number => this.now
    this.node = new SiteNode({
      store: this.store,
      ids: sequentialIds(),
      now,
      id: nodeA,
      watcher: siteChecks(this.store, now),
    })
  }

  #seedAgent(agent: AgentRow, n: number): void {
    this.store.seed('agents', agent)
    for (const channel of mediaChannelsOf(agent)) this.store.seed('presences', presenceRow(agent, channel, n))
    this.#people.set(agent.name, { kind: 'staff', siteId: testSite.id, agentId: agent.id, roles: agent.roles })
  }

  get state(): SiteState {
    return this.node.state
  }

  who(name: string): Principal {
    const person = this.#people.get(name)
    if (!person) throw new Error(`nobody is called ${name}`)
    return person
  }
  idOf(name: string): string {
    const person = this.who(name)
    return person.kind === 'staff' ? person.agentId : person.customerId
  }
  /** A page of a person, by the test's own word for it. */
  tab(name: string, which = 'page'): TabId {
    const key = `${name} ${which}`
    const known = this.#tabs.get(key) ?? (numberedId(0xd000 + this.#tabs.size) as TabId)
    this.#tabs.set(key, known)
    return known
  }

  /** One command of a person, decided and committed. */
  say<N extends SiteCommandName>(name: string, command: N, payload: PayloadOf<N>, tab = 'page'): Reply<ValueOf<N>> {
    return this.runOne({ name: command, by: this.who(name), tabId: this.tab(name, tab), payload })
  }
  runOne<N extends SiteCommandName>(command: SiteCommand<N>): Reply<ValueOf<N>> {
    return this.node.run([command as unknown as SiteCommand])[0] as Reply<ValueOf<N>>
  }

  /** An administrator decides how the site routes. */
  change(change: RoutingChange, seen: RoutingSettings | null = null): Reply<ValueOf<'routing:change'>> {
    const actor = { actorKind: 'operator' as const, actorId: null, actorName: 'operator' }
    return this.runOne({ name: 'routing:change', by: null, tabId: null, payload: { change, seen, actor } })
  }

  /** Connects a page. */
  connect(name: string, tab = 'page', nodeId = nodeA): void {
    value(this.say(name, 'tab:open', { tabId: this.tab(name, tab), nodeId }, tab))
  }
  /** Connects a page of an agent's device, by the test's own word for that; the page is called as the device is. */
  connectOn(name: string, nickname: string, page = nickname): void {
    const device = { deviceId: this.device(nickname), nickname }
    value(this.say(name, 'tab:open', { tabId: this.tab(name, page), nodeId: nodeA, ...device }, page))
  }
  device(nickname: string): DeviceId {
    const known = this.#devices.get(nickname) ?? (numberedId(0xdd00 + this.#devices.size) as DeviceId)
    this.#devices.set(nickname, known)
    return known
  }
  /** The voice of an agent's device, as they see it. */
  voice(name: string, nickname: string): MediaChannelView {
    const voices = this.agentSees(name).channels.filter(({ channel }) => channel === 'voice')
    return present(voices.find((voice) => voice.nickname === nickname))
  }
  disconnect(name: string, tab = 'page', nodeId = nodeA): void {
    value(this.say(name, 'tab:close', { tabId: this.tab(name, tab), nodeId }, tab))
  }
  /** An agent connects and is available on these channels. */
  ready(name: string, ...on: MediaKind[]): void {
    this.connect(name)
    for (const channel of on) value(this.say(name, 'presence:set', { channel, intent: 'available' }))
  }
  /** A customer connects and asks to be served. */
  contact(name: string, channel: ContactChannel = 'chat', subject?: string): InteractionId {
    return value(this.ask(name, { channel, ...(subject === undefined ? {} : { subject }) })).interactionId
  }
  /** The same, with whatever codes the button has; perhaps refused. */
  ask(name: string, codes: Partial<PayloadOf<'contact:request'>>): Reply<ValueOf<'contact:request'>> {
    this.connect(name)
    return this.say(name, 'contact:request', { channel: 'chat', bag: emptyBag, ...codes })
  }
  /** The agent's screen shows what rings there, and the agent takes it. */
  accept(name: string): { interactionId: InteractionId; fence: number } {
    return value(this.say(name, 'offer:accept', { offerId: this.show(name).id }))
  }
  show(name: string): OfferRow {
    const offer = this.ringing(name)
    if (!offer) throw new Error(`nothing rings at ${name}`)
    value(this.say(name, 'offer:shown', { offerId: offer.id }))
    return offer
  }

  tick(): void {
    value(this.runOne({ name: 'clock:tick', by: null, tabId: null, payload: {} }))
  }
  /** Time passes; every deadline is settled at its instant. */
  pass(ms: number): void {
    const until = this.now + ms
    let ticks = 0
    for (let due = nextDue(this.state, this.now); due !== null && due <= until; due = nextDue(this.state, this.now)) {
      if (ticks++ > 1_000) throw new Error('[DL12] the same deadline comes again and again')
      this.now = Math.max(this.now, due)
      this.tick()
    }
    this.now = until
  }
  /** Time passes and nobody looks at the deadlines, as on a node that was paused. */
  passUnnoticed(ms: number): void {
    this.now += ms
  }

  ringing(name: string): OfferRow | undefined {
    return [...this.state.offers.values()].find((offer) => offer.agentId === this.idOf(name))
  }
  row(id: string): InteractionRow {
    return present(this.store.find('interactions', id))
  }
  offer(id: string): OfferRow {
    return present(this.store.find('offers', id))
  }
  callOf(id: InteractionId): CallRow {
    return present(this.store.all('calls').findLast((call) => call.interactionId === id))
  }
  intent(name: string, channel: MediaKind): string | undefined {
    return this.store.all('presences').find((row) => row.agentId === this.idOf(name) && row.channel === channel)?.intent
  }
  agentSees(name: string): AgentView {
    const who = this.who(name)
    return present(who.kind === 'staff' ? agentView(this.state, who.agentId, this.now) : undefined)
  }
  customerSees(name: string): CustomerView {
    return customerView(this.state, present(this.store.find('customers', this.idOf(name))), this.now)
  }
  /** The first of the customer's open contacts as they see it. */
  contactOf(name: string): CustomerInteraction {
    return present(this.customerSees(name).interactions[0])
  }
  /** What a stream says, in order. */
  said(streamId: StreamId): EntryBody[] {
    return present(this.store.streams.get(streamId)).entries.map((entry) => entry.body)
  }
}

export function value<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${reply.error.code}`)
  return reply.value
}

/** The code of a refusal; `accepted` where there is none. */
export const refusalOf = (reply: Reply<unknown>): ErrorCode | 'accepted' => (reply.ok ? 'accepted' : reply.error.code)

export function present<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('it is not there')
  return thing
}
