import type { Cell } from './live-rows.ts'

/** Rows by a key, in the order in which they came to it; an undefined key leaves a row out. */
export class RowsBy<Row extends { id: string }> {
  readonly #groups = new Map<string, Cell<Row>[]>()
  readonly #keyOf: (row: Row) => string | undefined

  constructor(keyOf: (row: Row) => string | undefined) {
    this.#keyOf = keyOf
  }

  /** As they are now; whoever walks them may put rows meanwhile. */
  get(key: string): Row[] {
    const rows: Row[] = []
    for (const { row } of this.#groups.get(key) ?? none) if (row) rows.push(row)
    return rows
  }
  first(key: string): Row | undefined {
    return this.#groups.get(key)?.[0]?.row
  }

  move(cell: Cell<Row>, before: Row | undefined, after: Row | undefined): void {
    const from = before && this.#keyOf(before)
    const to = after && this.#keyOf(after)
    if (from === to) return
    if (from !== undefined) this.#leave(from, cell)
    if (to !== undefined) this.#join(to, cell)
  }

  #join(key: string, cell: Cell<Row>): void {
    const group = this.#groups.get(key)
    if (group) group.push(cell)
    else this.#groups.set(key, [cell])
  }
  #leave(key: string, cell: Cell<Row>): void {
    const group = this.#groups.get(key)
    if (group?.length === 1) this.#groups.delete(key)
    else group?.splice(group.indexOf(cell), 1)
  }
}

const none: readonly never[] = []
