import type { Due } from './liveness/due-index.ts'
import type { Place } from './routing/routing-index.ts'
import type { RowsBy } from './rows-by.ts'

/**
 * Where a live row stands: whoever keeps the cell sees what becomes of the row without looking for it again. The
 * indexes keep here what they know of it.
 */
export class Cell<Row extends { id: string } = { id: string }> {
  readonly id: Row['id']
  /** Undefined: it does not live. */
  row: Row | undefined = undefined
  /** Among those who wait. */
  place: Place | undefined = undefined
  isToPlace = false
  /** Among the deadlines. */
  due: Due | undefined = undefined
  isToTime = false

  constructor(id: Row['id']) {
    this.id = id
  }
}

/** The live rows of one table, under their ids and under whatever else they are asked for by. */
export class LiveRows<Row extends { id: string }> {
  readonly #cells = new Map<string, Cell<Row>>()
  readonly #lives: (row: Row) => boolean
  readonly #by: readonly RowsBy<Row>[]

  /** `lives`: whether a row still matters to routing; one that does not leaves memory and stays in the database. */
  constructor(lives: (row: Row) => boolean = () => true, ...by: RowsBy<Row>[]) {
    this.#lives = lives
    this.#by = by
  }

  get size(): number {
    return this.#cells.size
  }
  has(id: string): boolean {
    return this.#cells.has(id)
  }
  get(id: string): Row | undefined {
    return this.#cells.get(id)?.row
  }
  keys(): Iterable<Row['id']> {
    return this.#cells.keys()
  }
  *values(): Generator<Row> {
    for (const { row } of this.#cells.values()) if (row) yield row
  }
  cells(): Iterable<Cell<Row>> {
    return this.#cells.values()
  }

  /** The cell of a row that lives, or might. */
  cellOf(id: Row['id']): Cell<Row> {
    return this.#cells.get(id) ?? new Cell<Row>(id)
  }

  /** Takes a row in, or out where it no longer lives or there is none. */
  set(cell: Cell<Row>, row: Row | undefined): void {
    const before = cell.row
    const after = row && this.#lives(row) ? row : undefined
    cell.row = after
    if (after && !before) this.#cells.set(cell.id, cell)
    else if (before && !after) this.#cells.delete(cell.id)
    for (const each of this.#by) each.move(cell, before, after)
  }
}
