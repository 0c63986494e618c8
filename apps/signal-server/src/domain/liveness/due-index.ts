import { silenceDue } from '../idle/age-silence.ts'
import type { InteractionRow, Rows, Table } from '../rows.ts'
import { SortedList } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'
import { type Deadline, deadlinesOf, type DueTable, dueTables, earliestOf } from './deadlines-of.ts'

interface Due {
  at: number
  table: DueTable
  id: string
}

const dueOrder = (a: Due, b: Due): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.table < b.table ? -1 : a.table > b.table ? 1 : 0)

const isDueTable = (table: Table): table is DueTable => (dueTables as readonly Table[]).includes(table)

const byTable = <T>(make: () => T): Record<DueTable, T> => ({
  offers: make(),
  agents: make(),
  interactions: make(),
  calls: make(),
})

/** The earliest deadline of each live row, in order; kept while rows change, so that nobody looks at all of them. */
export class DueIndex {
  readonly #state: SiteState
  readonly #order = new SortedList<Due>(dueOrder)
  readonly #known = byTable(() => new Map<string, Due>())
  readonly #changed = byTable(() => new Set<string>())

  constructor(state: SiteState) {
    this.#state = state
  }

  changed<T extends Table>(table: T, before: Rows[T] | undefined, after: Rows[T] | undefined): void {
    if (table === 'settings') for (const id of this.#state.interactions.keys()) this.#note('interactions', id)
    if (!isDueTable(table)) return
    if (before) this.#noteRow(table, before)
    if (after) this.#noteRow(table, after)
  }

  #noteRow(table: DueTable, row: Rows[Table]): void {
    this.#note(table, row.id)
    if (table === 'offers') this.#note('agents', (row as Rows['offers']).agentId)
    if (table === 'interactions') this.#noteAround(row as Rows['interactions'])
    if (table === 'calls') this.#noteOwner((row as Rows['calls']).interactionId)
  }

  /** What a lost agent has, and an invitation to a call, are settled by other rows' deadlines. */
  #noteAround({ id, ownerId }: Rows['interactions']): void {
    if (ownerId !== null) this.#note('agents', ownerId)
    const call = this.#state.callOf(id)
    if (call) this.#note('calls', call.id)
  }
  #noteOwner(interactionId: string): void {
    const ownerId = this.#state.interactions.get(interactionId)?.ownerId
    if (ownerId) this.#note('agents', ownerId)
  }
  #note(table: DueTable, id: string): void {
    this.#changed[table].add(id)
  }

  #refresh(): void {
    const found: Due[] = []
    for (const table of dueTables) {
      for (const id of this.#changed[table]) this.#look(table, id, found)
      this.#changed[table].clear()
    }
    this.#order.addAll(found)
  }

  #look(table: DueTable, id: string, found: Due[]): void {
    const known = this.#known[table].get(id)
    const row = this.#state.get(table, id)
    const at = row ? earliestOf(this.#state, table, row) : Number.POSITIVE_INFINITY
    if (at === (known?.at ?? Number.POSITIVE_INFINITY)) return
    if (known) this.#order.remove(known)
    if (at === Number.POSITIVE_INFINITY) {
      this.#known[table].delete(id)
      return
    }
    const due = { at, table, id }
    found.push(due)
    this.#known[table].set(id, due)
  }

  #deadlines(table: DueTable, id: string): readonly Deadline[] {
    const row = this.#state.get(table, id)
    return row ? deadlinesOf(this.#state, table, row) : []
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
    for (const { at, table, id } of this.#order) {
      if (at > now) break
      const row = table === 'interactions' ? this.#state.interactions.get(id) : undefined
      if (row && (silenceDue(this.#state, row) ?? Number.POSITIVE_INFINITY) <= now) found.push(row)
    }
    return found
  }

  /** Every deadline that has come by `now`. */
  *until(now: number): Generator<Deadline> {
    this.#refresh()
    for (const { at, table, id } of this.#order) {
      if (at > now) return
      for (const deadline of this.#deadlines(table, id)) if (deadline.at <= now) yield deadline
    }
  }
}
