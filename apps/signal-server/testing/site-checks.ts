import { isDeepStrictEqual } from 'node:util'
import { seersOf } from '../src/commit/changes.ts'
import { agentView } from '../src/domain/views/agent-view.ts'
import { customerView } from '../src/domain/views/customer-view.ts'
import type { Draft } from '../src/domain/draft.ts'
import type { SiteState } from '../src/domain/site-state.ts'
import type { RowStore } from './row-store.ts'
import type { NodeWatcher } from './site-node.ts'
import { brokenInvariants, isAble, isHeldFor } from './site-invariants.ts'
import { answersFromRows, answersOf, type RowsOf, rowsOf } from './state-snapshot.ts'

/** Looks at everything that must hold after each step of one node, and throws what does not. */
export function siteChecks(store: RowStore, now: () => number): NodeWatcher {
  let views = new Map<string, string>()
  return {
    committed(state, changes, draft) {
      require([
        ...brokenInvariants(store),
        ...(draft ? [...offersToUnable(state, draft), ...leftWaiting(state, now())] : []),
      ])
      const seers = seersOf(state, changes)
      const after = viewsOf(store, state)
      const untold = [...after].filter(([person, view]) => views.get(person) !== view && !seers.has(person))
      require(untold.map(([person, view]) => `[DL13] ${person} is not told\n${views.get(person)}\n${view}`))
    },
    settled(state) {
      require(differences(state, store.load()))
      views = viewsOf(store, state)
      for (const customer of store.all('customers')) require(leaks(store, customer.id, views.get(customer.id) ?? ''))
    },
    undone(what, before, state) {
      if (!sameRows(before, rowsOf(state))) require([`[DL4] ${what}: the memory is not as it was`])
      if (what !== 'refused') require(differences(state, state))
    },
  }
}

function require(holds: readonly string[]): void {
  if (holds.length > 0) throw new Error(holds.join('\n'))
}

function sameRows(a: RowsOf, b: RowsOf): boolean {
  for (const [table, rows] of a) {
    const others = b.get(table)
    if (others?.size !== rows.size) return false
    for (const [id, row] of rows) if (others.get(id) !== row) return false
  }
  return true
}

/** [DL6] Against a memory made anew from the rows. People with nothing open may be in memory or not. */
function differences(state: SiteState, anew: SiteState): string[] {
  const broken: string[] = []
  const tables = ['agents', 'presences', 'interactions', 'offers', 'calls', 'dialogues'] as const
  for (const table of tables) {
    if (!isDeepStrictEqual(rowsOf(state).get(table), rowsOf(anew).get(table))) broken.push(`[DL6] ${table} differ`)
  }
  const withoutOpenedAt = (rows: SiteState): object[] =>
    [...rows.tabs.values()].map((tab) => ({ ...tab, openedAt: 0 })).sort((a, b) => (a.id < b.id ? -1 : 1))
  if (!isDeepStrictEqual(withoutOpenedAt(state), withoutOpenedAt(anew))) broken.push('[DL6] tabs differ')
  for (const row of anew.interactions.values()) {
    if (!isDeepStrictEqual(state.customerOf(row), anew.customerOf(row))) {
      broken.push(`[DL6] the customer of ${row.id} differs`)
    }
    if (!isDeepStrictEqual(state.dataSessionOf(row), anew.dataSessionOf(row))) {
      broken.push(`[DL6] the page session of ${row.id} differs`)
    }
  }
  if (!isDeepStrictEqual(answersOf(state), answersFromRows(state))) broken.push('[DL6] an index differs from the rows')
  return broken
}

function offersToUnable(state: SiteState, { rows, now }: Draft): string[] {
  const broken: string[] = []
  for (const id of rows.get('offers')?.keys() ?? []) {
    const offer = state.offers.get(id)
    if (!offer || offer.shownAt !== null) continue
    const agent = state.agents.get(offer.agentId)
    const row = state.interactions.get(offer.interactionId)
    if (row && row.customerLostAt !== null) broken.push(`[QU3] offer ${id} is of a customer who has left`)
    // A customer comes to whoever was asked to do a task in the same round.
    const also = row?.task && state.ownedBy(offer.agentId).some(({ answeredAt }) => answeredAt === now)
    if (!agent || !row || !(also || isAble(state, agent, row)))
      broken.push(`[RT1] offer ${id} rings at an agent who cannot take it`)
  }
  return broken
}

/** [RT7] */
function leftWaiting(state: SiteState, now: number): string[] {
  const broken: string[] = []
  for (const row of state.interactions.values()) {
    if (row.status !== 'queued' || row.customerLostAt !== null) continue
    if (state.rules.queue(row.queue).answer === 'pick') continue
    for (const agent of state.agents.values()) {
      const againAt = row.passedBy[agent.id]
      const asked = againAt !== undefined && now < againAt
      const ringing = [...state.offers.values()].some(
        (offer) => offer.agentId === agent.id && (offer.channel !== 'task' || row.channel === 'task'),
      )
      if (!asked && !ringing && !isHeldFor(state, row, agent) && isAble(state, agent, row))
        broken.push(`[RT7] ${row.id} waits though ${agent.name} is free`)
    }
  }
  return broken
}

/** Everybody's view without what changes by itself: version, clock, and positions and alerts, which are told once a second. */
function viewsOf(store: RowStore, state: SiteState): Map<string, string> {
  const views = new Map<string, string>()
  for (const { id } of store.all('agents')) views.set(id, JSON.stringify({ ...agentView(state, id, 0), alerts: [] }))
  for (const row of store.all('customers')) views.set(row.id, JSON.stringify(customerView(state, row, 0)))
  for (const [id, view] of views)
    views.set(
      id,
      view.replace(/"(version|position|estimatedWait|unserved|staffed)":(\d+|null|true|false|\{[^}]*\})/g, '"$1":0'),
    )
  return views
}

/** [CX4] Ids and names that stand in a customer's view and must not. */
function leaks(store: RowStore, customerId: string, view: string): string[] {
  const past = store.all('customers').filter((row) => row.mergedInto === customerId)
  const me = new Set<string>([customerId, ...past.map((row) => row.id)])
  const mine = store.all('interactions').filter((row) => row.customerId !== null && me.has(row.customerId))
  const secrets = [
    ...store.all('agents').flatMap((agent) => [agent.id, agent.userId]),
    ...store.all('customers').flatMap(({ id, name, externalId }) => (id === customerId ? [] : [id, name, externalId])),
    ...store.all('offers').map((offer) => offer.id),
    ...store.all('interactions').flatMap((row) => (mine.includes(row) ? [row.deskId] : [row.id, row.reference])),
  ]
  return secrets
    .filter((secret) => secret && view.includes(secret))
    .map((secret) => `[CX4] ${customerId} sees ${secret}`)
}
