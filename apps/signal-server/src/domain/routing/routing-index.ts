import type { Channel } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import type { Cell } from '../live-rows.ts'
import type { InteractionRow, OfferRow, PresenceRow, Rows, TabRow, Table } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { type AskAgain, AskAgainList, asksAgain } from './ask-again.ts'
import type { Line } from './line.ts'
import { Lines, type Standings } from './lines.ts'
import type { Pool, Seat } from './pool.ts'
import { Staff } from './staff.ts'

/** Where a contact stands, and as which row. */
export interface Place {
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
  readonly #lines: Lines
  #askAgain = new AskAgainList()
  /** Contacts to look at again. */
  #changed: Cell<InteractionRow>[] = []
  /** Lines to look at. */
  readonly #open = new Set<Line>()
  #lookedAt = Number.NEGATIVE_INFINITY
  /** An agent names what nobody named: lines are told apart by it. */
  #isOutdated = false
  staff: Staff

  constructor(state: SiteState) {
    this.#state = state
    this.#lines = new Lines(state)
    this.staff = this.#newStaff()
  }

  #newStaff(): Staff {
    return new Staff(this.#state, {
      pool: (pool) => this.#lines.meet(pool),
      name: () => {
        if (this.#lines.size > 0) this.#isOutdated = true
      },
    })
  }

  /** Notes that a row is not what it was. */
  changed<T extends Table>(table: T, cell: Cell<Rows[T]>, before: Rows[T] | undefined): void {
    switch (table) {
      case 'interactions':
        this.#noteContact(cell as unknown as Cell<InteractionRow>)
        this.staff.owns(before as InteractionRow | undefined, -1)
        this.staff.owns(cell.row as InteractionRow | undefined, 1)
        return
      case 'offers':
        this.staff.rings(before as OfferRow | undefined, -1)
        this.staff.rings(cell.row as OfferRow | undefined, 1)
        return
      case 'agents':
        this.staff.look(cell.id as AgentId)
        return
      case 'presences':
      case 'tabs':
        for (const row of [before, cell.row] as (PresenceRow | TabRow | undefined)[]) {
          if (row && row.agentId !== null) this.staff.look(row.agentId)
        }
        return
      case 'settings':
        this.#startAnew()
        return
      default:
    }
  }

  #noteContact(cell: Cell<InteractionRow>): void {
    if (cell.isToPlace) return
    cell.isToPlace = true
    this.#changed.push(cell)
  }

  /** Other rules, or a name that nobody had: every line is another. */
  #startAnew(): void {
    const { agents, interactions, offers } = this.#state
    this.#isOutdated = false
    this.#lines.clear()
    this.#open.clear()
    this.#askAgain = new AskAgainList()
    this.staff = this.#newStaff()
    for (const id of agents.keys()) this.staff.look(id)
    for (const offer of offers.values()) this.staff.rings(offer, 1)
    for (const cell of interactions.cells()) {
      this.staff.owns(cell.row, 1)
      cell.place = undefined
      this.#noteContact(cell)
    }
  }

  /** Agents first: what they name decides which lines there are. */
  refresh(): void {
    let moved = this.staff.refresh()
    if (this.#isOutdated) {
      this.#startAnew()
      moved = this.staff.refresh()
    }
    for (const { seat, pool } of moved) {
      if (seat.standing === 'free') this.#openFor(pool)
      else this.#openHeld(pool)
    }
    if (this.#changed.length === 0) return
    const changed = this.#changed
    this.#changed = []
    for (const cell of changed) this.#place(cell)
  }

  #openFor(pool: Pool): void {
    for (const { line } of pool.lines) {
      if (line.plain.size + line.particular.size === 0) continue
      line.openFor(pool)
      this.#open.add(line)
    }
  }

  /** Who is held for one agent may be for others when that one has gone. */
  #openHeld(pool: Pool): void {
    for (const { line } of pool.lines) if (line.particular.size > 0) this.#openWide(line)
  }

  #place(cell: Cell<InteractionRow>): void {
    cell.isToPlace = false
    const { row, place } = cell
    if (place?.row === row) return
    if (place) {
      place.line.remove(place.row)
      this.#askAgain.remove(place.again)
    }
    if (!row || (row.status !== 'queued' && row.status !== 'offered')) {
      cell.place = undefined
      return
    }
    const line = place && asksTheSame(place.row, row) ? place.line : this.#lines.of(row, this.staff)
    line.add(row)
    if (row.status === 'queued') this.#openWide(line)
    const again = asksAgain(line, row)
    this.#askAgain.add(again)
    cell.place = { row, line, again }
  }

  /** The line a contact stands in, or would. */
  lineOf(contact: Standings): Line {
    this.refresh()
    return this.#lines.of(contact, this.staff)
  }

  allLines(): Iterable<Line> {
    this.refresh()
    return this.#lines
  }

  /** Lines that agents pick from. */
  *pickedLines(): Generator<Line> {
    for (const line of this.allLines()) if (line.picked) yield line
  }

  /** Everybody who waits, ringing ones included. */
  *waiting(): Generator<InteractionRow> {
    for (const line of this.allLines()) yield* line.everybody()
  }
  /** How many customers wait. */
  get waitingCount(): number {
    let count = 0
    for (const { requirement, size } of this.allLines()) if (requirement.channel !== 'task') count += size
    return count
  }
  waitingIn(queue: string, channel: Channel): number {
    let count = 0
    for (const line of this.allLines()) {
      if (line.queue === queue && line.requirement.channel === channel) count += line.size
    }
    return count
  }

  /** How many lines there are. */
  get size(): number {
    this.refresh()
    return this.#lines.size
  }

  /** Where an agent sits for such a contact; undefined: they could not serve it. */
  seatFor(agentId: AgentId, contact: Standings): Seat | undefined {
    // First: a line may come with another staff.
    const line = this.lineOf(contact)
    return this.staff.seatOf(agentId, line)
  }
  seatsOf(agentId: AgentId): readonly Seat[] {
    this.refresh()
    return this.staff.seatsOf(agentId)
  }

  /** Begins a round: what becomes possible by the time alone is looked at, too. */
  lines(now: number): ReadonlySet<Line> {
    this.refresh()
    for (const line of this.#askAgain.between(this.#lookedAt, now)) this.#openWide(line)
    this.#lookedAt = now
    return this.#open
  }
  #openWide(line: Line): void {
    line.openFor('anybody')
    this.#open.add(line)
  }
  close(line: Line): void {
    line.close()
    this.#open.delete(line)
  }

  /** When somebody who let a contact pass by may be asked again next. */
  nextAsk(now: number): number | undefined {
    this.refresh()
    return this.#askAgain.after(now)?.at
  }

  /** Lines whose contacts are served by some of the same agents, or wait in the same queue; this one included. */
  rivalsOf(line: Line): readonly Line[] {
    this.refresh()
    return this.#lines.rivalsOf(line)
  }
}

/** Contacts are copied as they go on, what was planned for them is not. */
const asksTheSame = (a: InteractionRow, b: InteractionRow): boolean =>
  a.plan === b.plan && a.relaxed === b.relaxed && a.queue === b.queue && a.channel === b.channel
