import { Channel } from '@beckon/shared/model/channel'
import type { AgentId, CustomerId, InteractionId, NodeId, TabId } from '@beckon/shared/model/ids'
import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import type { Principal } from '@beckon/shared/model/principal'
import type { Reply } from '@beckon/shared/protocol/reply'
import { nextDue } from '../src/domain/liveness/deadlines.ts'
import { defaultSettings, plainQueue } from '../src/domain/rules/default-settings.ts'
import type { AgentRow, InteractionRow } from '../src/domain/rows.ts'
import type { PayloadOf, SiteCommand } from '../src/domain/site-command.ts'
import { visibleQueue, workbin } from '../src/domain/views/visible-queue.ts'
import { commandFor } from './command-for.ts'
import { RowStore } from './row-store.ts'
import { numberedId, sequentialIds } from './sequential-ids.ts'
import { siteChecks } from './site-checks.ts'
import { SiteNode } from './site-node.ts'
import { agentRow, customerRow, presenceRow, testSite, testLists } from './site-rows.ts'
import { castSize, type Event, type History } from './site-steps.ts'

/** How often each thing happened, over all histories of a property. */
export class Tally {
  readonly #counts = new Map<string, number>()
  add(what: string): void {
    this.#counts.set(what, this.of(what) + 1)
  }
  of(what: string): number {
    return this.#counts.get(what) ?? 0
  }
}

const skills = [{ baggage: 2 }, {}, { baggage: 1, disputes: 1 }, { baggage: 5, disputes: 5 }]
/** Every rule that changes who is asked and when: steps, overflow, limits, values, agreements, preference, interruption. */
const routing: RoutingSettings = {
  ...defaultSettings,
  queues: [
    {
      ...plainQueue,
      steps: [
        { afterMs: 5_000, lowerLevels: 1 },
        { afterMs: 30_000, dropSkills: ['baggage'], alsoQueue: 'rest' },
      ],
      overflow: { queue: 'rest', atLength: 2 },
    },
    { ...plainQueue, key: 'rest', limit: 1, ownAgentMs: 20_000 },
    { ...plainQueue, key: 'disputes', ownAgentMs: 0, answer: 'auto', limit: 1 },
    { ...plainQueue, key: 'open', answer: 'pick', steps: [{ afterMs: 30_000, dropSkills: ['baggage'] }] },
    { ...plainQueue, key: 'tasks', channels: ['task'] },
    { ...plainQueue, key: 'bin', channels: ['task'], answer: 'pick' },
  ],
  values: [
    { when: { segment: 'gold' }, value: 2 },
    { when: { subject: 'baggage' }, value: 1 },
  ],
  agreements: [
    { fromValue: 1, withinMs: 20_000, raise: 1 },
    { fromValue: 2, withinMs: 5_000, raise: 30 },
  ],
  buttons: [
    {
      when: { subject: 'booking', channel: 'task' },
      queue: 'bin',
      skills: {},
      greeting: null,
      announcements: [],
      legs: 'both',
    },
    {
      when: { subject: 'booking', channel: 'voice' },
      queue: 'open',
      skills: {},
      greeting: null,
      announcements: [],
      legs: 'both',
    },
    {
      when: { subject: 'baggage', segment: 'gold' },
      queue: 'open',
      skills: {},
      greeting: null,
      announcements: [],
      legs: 'both',
    },
    {
      when: { subject: 'disputes' },
      queue: 'disputes',
      skills: { disputes: 2 },
      greeting: null,
      announcements: [],
      legs: 'both',
    },
    {
      when: { subject: 'baggage' },
      queue: 'service',
      skills: { baggage: 2 },
      greeting: null,
      announcements: [],
      legs: 'both',
    },
  ],
  interruptibleBy: { voice: [] },
  secondContact: 'join',
}

/** The last of them takes no part in histories: at the end they serve whoever waits. */
const willing = skills.length - 1
/** More ticks than this at one instant is a hot loop. */
const mostTicks = 10

/** Two nodes on one database, and the people of a history. */
export class SiteWorld {
  now = 1_800_000_000_000
  readonly store = new RowStore(testSite, testLists)
  readonly nodes: readonly SiteNode[]
  readonly agents: readonly AgentRow[]
  readonly customerIds: readonly CustomerId[]
  /** Every contact that was ever acknowledged. */
  readonly acknowledged = new Set<InteractionId>()
  readonly #tally: Tally
  #last: SiteCommand[] = []

  constructor(tally: Tally) {
    this.#tally = tally
    this.store.seed('settings', { id: testSite.id, routing })
    this.agents = skills.map((own, n) =>
      agentRow(`agent-${n}`, n, {
        handle: n === 1 ? 'agent-1' : null,
        skills: own,
        capacity: { chat: 2, voice: 1, task: 2 },
      }),
    )
    this.agents.forEach((agent, n) => this.hire(agent, n))
    const customers = Array.from({ length: castSize.customers }, (_, n) => customerRow(n))
    for (const row of customers) this.store.seed('customers', row)
    this.customerIds = customers.map((row) => row.id)
    const ids = sequentialIds()
    const now = (): number => this.now
    this.nodes = Array.from({ length: castSize.nodes }, (_, n) => {
      const watcher = siteChecks(this.store, now)
      return new SiteNode({
        store: this.store,
        ids,
        now,
        id: numberedId(0xe000 + n) as NodeId,
        watcher: {
          ...watcher,
          undone: (what, before, state) => {
            tally.add(what)
            watcher.undone?.(what, before, state)
          },
        },
      })
    })
  }

  /** Before the first step only: people are hired by other means than commands. */
  hire(agent: AgentRow, n: number): void {
    this.store.seed('agents', agent)
    for (const channel of Channel.options) this.store.seed('presences', presenceRow(agent, channel, n))
  }

  node(n: number): SiteNode {
    return at(this.nodes, n)
  }

  /** Who is there at the start, each on one of the nodes. */
  arrive({ agents, customers }: History['here']): void {
    const open = (by: Principal, n: number): void => {
      const tabId = this.tabOf(by, 0)
      const node = this.node(n)
      this.run(node, [{ name: 'tab:open', by, tabId, payload: { tabId, nodeId: node.id } }])
    }
    agents.forEach((here, n) => {
      if (!here) return
      open(this.staff(n), n)
      for (const channel of Channel.options) {
        const payload = { channel, intent: 'available' as const }
        this.run(this.node(n), [{ name: 'presence:set', by: this.staff(n), tabId: null, payload }])
      }
    })
    customers.forEach((here, n) => here && open(this.customer(n), n))
  }

  take(event: Event): void {
    if ('wait' in event) this.now += event.wait
    else if ('untilDue' in event) this.#untilDue(event)
    else if ('memory' in event) {
      if (event.memory === 'caught-up') this.node(event.on).catchUp()
      else this.node(event.on).reload()
    } else if ('again' in event) this.run(this.node(event.on), this.#last)
    else {
      const node = this.node(event.on)
      this.run(
        node,
        event.batch.map((step) => commandFor(this, node, step)),
      )
    }
  }

  #untilDue({ untilDue, thenTick, on }: { untilDue: number; thenTick: boolean; on: number }): void {
    const due = nextDue(this.node(on).state, this.now)
    if (due !== null) this.now = Math.max(this.now, due + untilDue)
    if (thenTick) this.settle(this.node(on))
  }

  run(node: SiteNode, commands: readonly SiteCommand[]): Reply<unknown>[] {
    this.#last = [...commands]
    for (const command of commands) this.#noteRaces(node, command)
    const replies = node.run(commands)
    commands.forEach(({ name, payload }, i) => {
      const reply = replies[i]
      if (!reply) throw new Error(`${name} was not answered`)
      this.#tally.add(`${name} ${reply.ok ? 'ok' : reply.error.code}`)
      if (reply.ok && name === 'offer:accept') this.#expectInTime(payload as PayloadOf<'offer:accept'>)
      if (name === 'offer:accept' && 'channel' in payload) {
        this.#tally.add(`on another channel ${reply.ok ? 'ok' : reply.error.code}`)
      }
      if (reply.ok && (name === 'contact:request' || name === 'call:invite')) {
        this.acknowledged.add((reply.value as { interactionId: InteractionId }).interactionId)
      }
    })
    return replies
  }

  #expectInTime({ offerId }: PayloadOf<'offer:accept'>): void {
    const offer = this.store.find('offers', offerId)
    if (!offer || offer.expiresAt <= this.now) throw new Error(`[OF3] ${offerId} was accepted after its deadline`)
  }

  #noteRaces(node: SiteNode, { name, payload }: SiteCommand): void {
    if (name !== 'offer:accept') return
    const { offerId } = payload as { offerId: string }
    const seen = node.state.offers.get(offerId)
    if (seen && seen.expiresAt <= this.now) this.#tally.add('accept after the deadline')
    if (seen && this.store.find('offers', offerId)?.status !== 'pending') this.#tally.add('accept on a stale memory')
  }

  /** Ticks until nothing is due any more, as the runner's timer does. */
  settle(node: SiteNode): void {
    for (let ticks = 0; ticks < mostTicks; ticks++) {
      this.run(node, [{ name: 'clock:tick', by: null, tabId: null, payload: {} }])
      const due = nextDue(node.state, this.now)
      if (due === null || due > this.now) return
    }
    throw new Error(`[DL12] after ${mostTicks} ticks something is still due`)
  }

  /** [RT7] One willing agent with every skill comes, and after a while everybody who is there has been served. */
  serveAllWhoWait(): void {
    const node = this.node(0)
    node.catchUp()
    this.now += 60_000
    const by = this.staff(willing)
    const say = (name: SiteCommand['name'], payload: object): void => {
      this.run(node, [{ name, by, tabId: this.tabOf(by, 0), payload } as SiteCommand])
    }
    say('tab:open', { tabId: this.tabOf(by, 0), nodeId: node.id })
    for (const channel of Channel.options) say('presence:set', { channel, intent: 'available' })
    for (let steps = 0; this.#waiting(node).length > 0; steps++) {
      if (steps > 500) throw new Error(`[RT7] ${this.#waiting(node)[0]?.id} is not served`)
      const offer = node.state.offersTo(this.agentId(willing))[0]
      const work = node.state.ownedBy(this.agentId(willing))[0]
      const agent = at(this.agents, willing)
      const seen = visibleQueue(node.state, agent)?.contacts[0] ?? workbin(node.state, agent)?.contacts[0]
      if (offer) say('offer:accept', { offerId: offer.id })
      else if (work?.status === 'assigned') say('interaction:end', { interactionId: work.id, fence: work.fence })
      else if (work) say('wrap-up:complete', { interactionId: work.id, fence: work.fence, disposition: 'solved' })
      else if (seen) say('queue:pick', { interactionId: seen.id })
      else this.#toNextDue(node)
    }
  }

  #waiting(node: SiteNode): InteractionRow[] {
    const waiting = [...node.state.routing.waiting()]
    return waiting.filter((row) => row.status === 'offered' || row.customerLostAt === null)
  }

  #toNextDue(node: SiteNode): void {
    const due = nextDue(node.state, this.now)
    if (due === null) throw new Error('[DL12] somebody waits and nothing will ever be due')
    this.now = Math.max(this.now, due)
    this.settle(node)
  }

  /** [WU3, QU3] Everybody goes; the clock alone ends whatever is left. */
  leave(): void {
    const node = this.node(0)
    for (const { id } of this.nodes)
      this.run(node, [{ name: 'node:lost', by: null, tabId: null, payload: { nodeId: id, since: this.now } }])
    for (let steps = 0; nextDue(node.state, this.now) !== null; steps++) {
      if (steps > 500) throw new Error('[DL12] there is no end of deadlines')
      this.#toNextDue(node)
    }
  }

  /** [QU1] Nothing that was promised is lost. */
  expectAllClosed(): void {
    for (const id of this.acknowledged) {
      const row = this.store.find('interactions', id)
      if (row?.status !== 'closed' || row.cause === null) throw new Error(`[QU1] ${id} is ${row?.status ?? 'lost'}`)
      this.#tally.add(`closed: ${row.cause}`)
      if (row.preferredAs !== null) this.#tally.add(`preferred: ${row.preferredAs}`)
      if (row.relaxed > 0) this.#tally.add(`relaxed: ${row.relaxed}`)
      if (row.queue === 'disputes' && row.ownerId !== null) this.#tally.add('by itself')
      if (row.queue === 'rest') this.#tally.add('overflowed')
      if (row.agreementMissedAt !== null) this.#tally.add('agreement missed')
    }
    for (const row of this.store.all('interactions')) {
      this.#expectPlace(row)
      if (row.task !== null) this.#expectTaskKept(row)
    }
    for (const offer of this.store.all('offers')) this.#tally.add(`offer ${offer.status}`)
    for (const { became, reason } of this.store.presenceChanges) {
      this.#tally.add(`timeline: ${became}`)
      if (reason !== null) this.#tally.add('next taken up')
    }
  }

  /** [QU4, QU8, TA6] The settings of this world never change: the place follows from what a row says. */
  #expectPlace({ id, enqueuedAt, value, agreementMissedAt, rankAt, task }: InteractionRow): void {
    const reached = routing.agreements.filter(({ fromValue }) => fromValue <= value).map(({ raise }) => raise)
    const raise = agreementMissedAt === null ? 0 : (reached.at(-1) ?? (task ? 60 : 0))
    if (rankAt !== enqueuedAt - (value + raise) * 60_000) throw new Error(`[QU4] ${id} stands at another place`)
    if (task && agreementMissedAt !== null && reached.length === 0) this.#tally.add('task overdue')
  }

  /** [TA1] Who goes home lets go of a task; nothing but its end ends it. */
  #expectTaskKept({ id, status, cause, ownerId }: InteractionRow): void {
    const kept = status === 'closed' ? cause === 'ended-by-agent' : status === 'queued' && ownerId === null
    if (!kept) throw new Error(`[TA1] the task ${id} is ${status}`)
    this.#tally.add(`task ${status}`)
  }

  agentId(n: number): AgentId {
    return at(this.agents, n).id
  }
  staff(n: number): Principal {
    const agent = at(this.agents, n)
    return { kind: 'staff', siteId: testSite.id, agentId: agent.id, roles: agent.roles }
  }
  /** The agent with this id, or, when it is to be wrong, the next one. */
  ownerOf(id: AgentId | null | undefined, wrong: boolean): Principal {
    const n = Math.max(
      0,
      this.agents.findIndex((agent) => agent.id === id),
    )
    return this.staff(wrong ? n + 1 : n)
  }
  /** Who a customer has proved to be by now; `stale`: as they signed on first. */
  customer(n: number, stale = false): Principal {
    const id = at(this.customerIds, n)
    const customerId = (stale ? null : this.store.find('customers', id)?.mergedInto) ?? id
    return { kind: 'customer', siteId: testSite.id, customerId }
  }
  customerOf(row: InteractionRow | undefined, wrong: boolean): Principal {
    const n = Math.max(0, row?.customerId ? this.customerIds.indexOf(row.customerId) : 0)
    return wrong ? this.customer(n + 1) : { kind: 'customer', siteId: testSite.id, customerId: at(this.customerIds, n) }
  }
  tabOf(by: Principal, tab: number): TabId {
    const n =
      by.kind === 'staff' ? this.agents.findIndex((a) => a.id === by.agentId) : this.customerIds.indexOf(by.customerId)
    return numberedId((by.kind === 'staff' ? 0xd000 : 0xd800) + n * 16 + tab) as TabId
  }
}

function at<T>(things: readonly T[], n: number): T {
  const thing = things[n % things.length]
  if (thing === undefined) throw new Error('there is nothing to choose from')
  return thing
}
