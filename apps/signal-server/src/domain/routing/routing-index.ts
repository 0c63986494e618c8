import type { InteractionId } from '@beckon/shared/model/ids'
import { waits } from '../defaults.ts'
import type { InteractionRow, Rows, Table } from '../rows.ts'
import { SortedList } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'
import { Line } from './line.ts'
import { Pool, type Seat, seatsOf } from './pool.ts'
import { type Profile, profileKey, requirementKey, requirementOf } from './requirement.ts'

interface AskAgain {
  at: number
  line: Line
  id: InteractionId
  agentId: string
}

const askOrder = (a: AskAgain, b: AskAgain): number =>
  a.at - b.at ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) ||
  (a.agentId < b.agentId ? -1 : a.agentId > b.agentId ? 1 : 0)

interface Placed {
  row: InteractionRow
  line: Line
  again: AskAgain[]
}

/**
 * Who waits and who is free, grouped by what is asked for and what can be done, kept while rows change. It holds no
 * truth: everything here follows from the rows, and what a change may have made possible is noted for the next round
 * of routing. Between rounds no open line can be served by anybody free.
 */
export class RoutingIndex {
  readonly #state: SiteState
  readonly #lines = new Map<string, Line>()
  readonly #pools = new Map<string, Pool>()
  readonly #placed = new Map<string, Placed>()
  readonly #seats = new Map<string, { seat: Seat; pool: Pool }[]>()
  #askAgain = new SortedList<AskAgain>(askOrder)
  /** Changes whenever somebody is hired, leaves or can do something else. */
  staffing = 0
  #changedContacts = new Set<string>()
  #changedAgents = new Set<string>()
  /** Lines to look at, each with the pools in which somebody became free; null: with all. */
  readonly #open = new Map<Line, Set<Pool> | null>()
  #lookedAt = Number.NEGATIVE_INFINITY
  #rivals = new Map<Line, Line[]>()

  constructor(state: SiteState) {
    this.#state = state
  }

  /** Notes that a row is not what it was. */
  changed<T extends Table>(table: T, before: Rows[T] | undefined, after: Rows[T] | undefined): void {
    if (table === 'settings') this.#startAnew()
    for (const row of [before, after]) if (row) this.#note(table, row)
  }

  #note(table: Table, row: Rows[Table]): void {
    switch (table) {
      case 'interactions': {
        const { id, ownerId } = row as Rows['interactions']
        this.#changedContacts.add(id)
        if (ownerId !== null) this.#changedAgents.add(ownerId)
        return
      }
      case 'agents':
        this.#changedAgents.add(row.id)
        return
      case 'offers':
      case 'presences':
      case 'tabs': {
        const { agentId } = row as Rows['offers' | 'presences' | 'tabs']
        if (agentId !== null) this.#changedAgents.add(agentId)
        return
      }
      default:
    }
  }

  /** Other rules: every line is another. */
  #startAnew(): void {
    const { interactions, agents } = this.#state
    for (const known of [this.#lines, this.#pools, this.#placed, this.#seats, this.#open, this.#rivals]) known.clear()
    this.#askAgain = new SortedList<AskAgain>(askOrder)
    this.#changedContacts = new Set(interactions.keys())
    this.#changedAgents = new Set(agents.keys())
  }

  refresh(): void {
    if (this.#changedAgents.size > 0) {
      const changed = this.#changedAgents
      this.#changedAgents = new Set()
      for (const id of changed) this.#seat(id)
    }
    if (this.#changedContacts.size > 0) {
      const changed = this.#changedContacts
      this.#changedContacts = new Set()
      for (const id of changed) this.#place(id)
    }
  }

  #seat(agentId: string): void {
    for (const { seat, pool } of this.#seats.get(agentId) ?? []) pool.remove(seat)
    const agent = this.#state.agents.get(agentId)
    if (!agent) {
      this.staffing++
      this.#seats.delete(agentId)
      return
    }
    const seats = seatsOf(this.#state, agent).map((seat) => ({ seat, pool: this.#poolOf(seat, agent) }))
    const before = this.#seats.get(agentId)
    if (before?.length !== seats.length || seats.some(({ pool }, i) => before[i]?.pool !== pool)) this.staffing++
    this.#seats.set(agentId, seats)
    for (const { seat, pool } of seats) {
      pool.add(seat)
      if (seat.standing === 'free') this.#openFor(pool)
      else this.#openHeld(pool)
    }
  }

  #poolOf({ channel }: Seat, agent: Rows['agents']): Pool {
    const key = `${channel} ${profileKeyOf(agent)}`
    const known = this.#pools.get(key)
    if (known) return known
    const made = new Pool(channel, agent)
    this.#pools.set(key, made)
    for (const line of this.#lines.values()) line.meet(made)
    this.#rivals.clear()
    return made
  }

  #openFor(pool: Pool): void {
    for (const line of pool.lines) {
      if (line.plain.size + line.particular.size === 0) continue
      const pools = this.#open.get(line)
      if (pools) pools.add(pool)
      else if (pools === undefined) this.#open.set(line, new Set([pool]))
    }
  }

  /** Who is held for one agent may be for others when that one has gone. */
  #openHeld(pool: Pool): void {
    for (const line of pool.lines) if (line.particular.size > 0) this.#open.set(line, null)
  }

  #place(id: string): void {
    const placed = this.#placed.get(id)
    if (placed) {
      placed.line.remove(placed.row)
      for (const again of placed.again) this.#askAgain.remove(again)
    }
    const row = this.#state.interactions.get(id)
    if (!row || (row.status !== 'queued' && row.status !== 'offered')) {
      this.#placed.delete(id)
      return
    }
    const line = this.lineOf(row)
    line.add(row)
    const again: AskAgain[] = []
    if (row.status === 'queued') {
      this.#open.set(line, null)
      for (const [agentId, passedAt] of Object.entries(row.passedBy)) {
        again.push({ at: passedAt + waits.askAgain, line, id: row.id, agentId })
      }
    }
    for (const each of again) this.#askAgain.add(each)
    this.#placed.set(id, { row, line, again })
  }

  /** The line a contact stands in, or would. */
  lineOf(contact: Pick<InteractionRow, 'channel' | 'queue' | 'plan' | 'relaxed'>): Line {
    const { rules } = this.#state
    const key = requirementKey(rules, contact)
    const known = this.#lines.get(key)
    if (known) return known
    const made = new Line(contact.queue, requirementOf(rules, contact))
    for (const pool of this.#pools.values()) made.meet(pool)
    this.#lines.set(key, made)
    this.#rivals.clear()
    return made
  }

  seatOf(agentId: string, line: Line): Seat | undefined {
    const found = this.#seats.get(agentId)?.find(({ seat }) => seat.channel === line.requirement.channel)
    return found && line.able.some(({ pool }) => pool === found.pool) ? found.seat : undefined
  }

  /** Begins a round: what becomes possible by the time alone is looked at, too. */
  lines(now: number): ReadonlyMap<Line, ReadonlySet<Pool> | null> {
    this.refresh()
    const from: AskAgain = { at: this.#lookedAt, line: none, id: last, agentId: last }
    for (let due = this.#askAgain.after(from); due && due.at <= now; due = this.#askAgain.after(due)) {
      this.#open.set(due.line, null)
    }
    this.#lookedAt = now
    return this.#open
  }
  close(line: Line): void {
    this.#open.delete(line)
  }

  /** When somebody who let a contact pass by may be asked again next. */
  nextAsk(now: number): number | undefined {
    this.refresh()
    return this.#askAgain.after({ at: now, line: none, id: last, agentId: last })?.at
  }

  /** Lines whose contacts are served by some of the same agents, or wait in the same queue; this one included. */
  rivalsOf(line: Line): readonly Line[] {
    this.refresh()
    const known = this.#rivals.get(line)
    if (known) return known
    const found = new Set<Line>([line])
    for (const { pool } of line.able) for (const other of pool.lines) found.add(other)
    for (const other of this.#lines.values()) {
      if (other.queue === line.queue && other.requirement.channel === line.requirement.channel) found.add(other)
    }
    const rivals = [...found]
    this.#rivals.set(line, rivals)
    return rivals
  }
}

const none = new Line('', { channel: 'chat', ways: [], ideal: {} })
/** After every id. */
const last = '\uffff' as InteractionId

const profileKeys = new WeakMap<object, { of: Profile; key: string }>()

/** An agent's row is copied when they come and go; what they can do is not, and need not be written out again. */
function profileKeyOf(agent: Rows['agents']): string {
  const known = profileKeys.get(agent.skills)
  if (known && columns.every((column) => known.of[column] === agent[column])) return known.key
  const key = profileKey(agent)
  profileKeys.set(agent.skills, { of: agent, key })
  return key
}
const columns = ['roles', 'queues', 'languages', 'regions'] as const
