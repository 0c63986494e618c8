import { silenceDue } from '../idle/age-silence.ts'
import type { Cell } from '../live-rows.ts'
import type { InteractionRow, Rows, Table } from '../rows.ts'
import { byName, type Order, SortedList } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'
import { type Deadline, deadlinesOf, type DueTable, dueTables, earliestOf } from './deadlines-of.ts'

/** The earliest deadline of a row. */
export interface Due {
  at: number
  readonly table: DueTable
  readonly cell: Cell<Rows[DueTable]>
}

const dueOrder: Order<Due> = {
  key: ({ at }) => at,
  tie: (a, b) => byName(a.cell.id, b.cell.id) || byName(a.table, b.table),
}

const isDueTable = (table: Table): table is DueTable => (dueTables as readonly Table[]).includes(table)

/** The earliest deadline of each live row, in order; kept while rows change, so that nobody looks at all of them. */
export class DueIndex {
  readonly #state: SiteState
  readonly #order = new SortedList<Due>(dueOrder)
  /** What is to be looked at again. */
  #changed: Pick<Due, 'table' | 'cell'>[] = []
  /** What an agent has is due only while they are lost. */
  readonly #lost = new Set<string>()

  constructor(state: SiteState) {
    this.#state = state
  }

  changed<T extends Table>(table: T, cell: Cell<Rows[T]>, before: Rows[T] | undefined): void {
    if (table === 'settings') {
      for (const each of this.#state.interactions.cells()) this.#note('interactions', each)
      for (const id of this.#lost) this.#noteLost(id)
    }
    if (!isDueTable(table)) return
    this.#note(table, cell as Cell<Rows[DueTable]>)
    if (before) this.#noteAround(table, before)
    if (cell.row) this.#noteAround(table, cell.row)
  }

  /** What a lost agent has, and an invitation to a call, are settled by other rows' deadlines. */
  #noteAround(table: DueTable, row: Rows[Table]): void {
    switch (table) {
      case 'agents':
        this.#noteWhetherLost(this.#state.agents.cellOf((row as Rows['agents']).id))
        return
      case 'offers':
        this.#noteLost((row as Rows['offers']).agentId)
        return
      case 'calls':
        this.#noteLost(this.#state.interactions.get((row as Rows['calls']).interactionId)?.ownerId ?? null)
        return
      case 'interactions': {
        const { id, ownerId } = row as Rows['interactions']
        this.#noteLost(ownerId)
        const call = this.#state.callOf(id)
        if (call) this.#note('calls', this.#state.calls.cellOf(call.id))
      }
    }
  }
  #noteWhetherLost({ id, row }: Cell<Rows['agents']>): void {
    if (row && row.lostAt !== null) this.#lost.add(id)
    else this.#lost.delete(id)
  }
  #noteLost(agentId: string | null): void {
    if (agentId !== null && this.#lost.has(agentId)) {
      this.#note('agents', this.#state.agents.cellOf(agentId as Rows['agents']['id']))
    }
  }
  #note(table: DueTable, cell: Cell<Rows[DueTable]>): void {
    if (cell.isToTime) return
    cell.isToTime = true
    this.#changed.push({ table, cell })
  }

  #refresh(): void {
    if (this.#changed.length === 0) return
    const changed = this.#changed
    const found: Due[] = []
    this.#changed = []
    for (const { table, cell } of changed) this.#look(table, cell, found)
    this.#order.addAll(found)
  }

  #look(table: DueTable, cell: Cell<Rows[DueTable]>, found: Due[]): void {
    cell.isToTime = false
    const { row, due } = cell
    const at = row ? earliestOf(this.#state, table, row) : Number.POSITIVE_INFINITY
    if (at === (due?.at ?? Number.POSITIVE_INFINITY)) return
    if (due) this.#order.remove(due)
    cell.due = at === Number.POSITIVE_INFINITY ? undefined : { at, table, cell }
    if (cell.due) found.push(cell.due)
  }

  /** When the first one is. */
  first(): number | undefined {
    this.#refresh()
    return this.#order.first()?.at
  }

  /** Chats whose silence may have gone a step further by `now`. */
  silences(now: number): InteractionRow[] {
    this.#refresh()
    const found: InteractionRow[] = []
    for (const { at, table, cell } of this.#order) {
      if (at > now) break
      const row = table === 'interactions' ? this.#state.interactions.get(cell.id) : undefined
      if (row && (silenceDue(this.#state, row) ?? Number.POSITIVE_INFINITY) <= now) found.push(row)
    }
    return found
  }

  /** Every deadline that has come by `now`. */
  *until(now: number): Generator<Deadline> {
    this.#refresh()
    for (const { at, table, cell } of this.#order) {
      if (at > now) return
      if (!cell.row) continue
      for (const deadline of deadlinesOf(this.#state, table, cell.row)) if (deadline.at <= now) yield deadline
    }
  }
}
