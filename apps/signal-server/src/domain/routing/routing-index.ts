import type { Channel } from '@beckon/shared/model/channel'
import type { InteractionId } from '@beckon/shared/model/ids'
import type { InteractionRow, Rows, Table } from '../rows.ts'
import { SortedList } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'
import { Line } from './line.ts'
import type { Pool } from './pool.ts'
import { requirementKey, requirementOf } from './requirement.ts'
import { Staff } from './staff.ts'

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
  again: readonly AskAgain[]
}

/**
 * Who waits and who is free, grouped by what is asked for and what can be done, kept while rows change. It holds no
 * truth: everything here follows from the rows, and what a change may have made possible is noted for the next round
 * of routing. Between rounds no open line can be served by anybody free.
 */
export class RoutingIndex {
  readonly #state: SiteState
  readonly #lines = new Map<string, Line>()
  readonly #placed = new Map<string, Placed>()
  #askAgain = new SortedList<AskAgain>(askOrder)
  #changedContacts = new Set<string>()
  #changedAgents = new Set<string>()
  /** Lines to look at, each with the pools in which somebody became free; null: with all. */
  readonly #open = new Map<Line, Set<Pool> | null>()
  #lookedAt = Number.NEGATIVE_INFINITY
  /** Kept until there is another line or pool. */
  readonly #rivals = new Map<Line, Line[]>()
  staff: Staff

  constructor(state: SiteState) {
    this.#state = state
    this.staff = this.#newStaff()
  }

  #newStaff(): Staff {
    return new Staff(this.#state, (pool) => {
      for (const line of this.#lines.values()) line.meet(pool)
      this.#rivals.clear()
    })
  }

  /** Notes that a row is not what it was. */
  changed<T extends Table>(table: T, before: Rows[T] | undefined, after: Rows[T] | undefined): void {
    if (table === 'settings') this.#startAnew()
    if (before) this.#note(table, before)
    if (after) this.#note(table, after)
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

  /** Other rules, or a name that nobody had: every line is another. */
  #startAnew(): void {
    const { interactions, agents } = this.#state
    for (const known of [this.#lines, this.#placed, this.#open, this.#rivals]) known.clear()
    this.staff = this.#newStaff()
    this.#askAgain = new SortedList<AskAgain>(askOrder)
    this.#changedContacts = new Set(interactions.keys())
    this.#changedAgents = new Set(agents.keys())
  }

  /** Agents first: what they name decides which lines there are. */
  refresh(): void {
    while (this.#changedAgents.size > 0) {
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
    const agent = this.#state.agents.get(agentId)
    if (agent && this.staff.named.takes(agent) && this.#lines.size > 0) {
      this.#startAnew()
      return
    }
    for (const { seat, pool } of this.staff.seat(agentId)) {
      if (seat.standing === 'free') this.#openFor(pool)
      else this.#openHeld(pool)
    }
  }

  #openFor(pool: Pool): void {
    for (const { line } of pool.lines) {
      if (line.plain.size + line.particular.size === 0) continue
      const pools = this.#open.get(line)
      if (pools) pools.add(pool)
      else if (pools === undefined) this.#open.set(line, new Set([pool]))
    }
  }

  /** Who is held for one agent may be for others when that one has gone. */
  #openHeld(pool: Pool): void {
    for (const { line } of pool.lines) if (line.particular.size > 0) this.#open.set(line, null)
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
    const line = placed && asksTheSame(placed.row, row) ? placed.line : this.#lineOf(row)
    line.add(row)
    if (row.status === 'queued') this.#open.set(line, null)
    const again = row.status === 'queued' ? asksAgain(line, row) : nobody
    for (const each of again) this.#askAgain.add(each)
    this.#placed.set(id, { row, line, again })
  }

  /** The line a contact stands in, or would. */
  lineOf(contact: Pick<InteractionRow, 'channel' | 'queue' | 'plan' | 'relaxed'>): Line {
    this.refresh()
    return this.#lineOf(contact)
  }

  #lineOf(contact: Pick<InteractionRow, 'channel' | 'queue' | 'plan' | 'relaxed'>): Line {
    const { rules } = this.#state
    const key = requirementKey(rules, this.staff.named, contact)
    const known = this.#lines.get(key)
    if (known) return known
    const made = new Line({ ...rules.queue(contact.queue), key: contact.queue }, requirementOf(rules, contact))
    for (const pool of this.staff.pools) made.meet(pool)
    this.#lines.set(key, made)
    this.#rivals.clear()
    return made
  }

  allLines(): Iterable<Line> {
    this.refresh()
    return this.#lines.values()
  }

  /** Lines that agents pick from. */
  *pickedLines(): Generator<Line> {
    this.refresh()
    for (const line of this.#lines.values()) if (line.picked) yield line
  }

  /** Everybody who waits, ringing ones included. */
  *waiting(): Generator<InteractionRow> {
    this.refresh()
    for (const { row } of this.#placed.values()) yield row
  }
  /** How many customers wait. */
  get waitingCount(): number {
    this.refresh()
    let count = 0
    for (const { requirement, size } of this.#lines.values()) if (requirement.channel !== 'task') count += size
    return count
  }
  waitingIn(queue: string, channel: Channel): number {
    this.refresh()
    let count = 0
    for (const line of this.#lines.values()) {
      if (line.queue === queue && line.requirement.channel === channel) count += line.size
    }
    return count
  }

  /** How many lines there are: as many as the site's settings and what its agents name can tell apart. */
  get size(): number {
    this.refresh()
    return this.#lines.size
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
    for (const { pool } of line.able) for (const other of pool.lines) found.add(other.line)
    for (const other of this.#lines.values()) {
      if (other.queue === line.queue && other.requirement.channel === line.requirement.channel) found.add(other)
    }
    const rivals = [...found]
    this.#rivals.set(line, rivals)
    return rivals
  }
}

/** Contacts are copied as they go on, what was planned for them is not. */
const asksTheSame = (a: InteractionRow, b: InteractionRow): boolean =>
  a.plan === b.plan && a.relaxed === b.relaxed && a.queue === b.queue && a.channel === b.channel

const nobody: readonly AskAgain[] = []
const asksAgain = (line: Line, { id, passedBy }: InteractionRow): readonly AskAgain[] =>
  Object.entries(passedBy).map(([agentId, at]) => ({ at, line, id, agentId }))

const none = new Line({ key: '', answer: 'preview' }, { channel: 'chat', ways: [], ideal: {} })
/** After every id. */
const last = '\uffff' as InteractionId
