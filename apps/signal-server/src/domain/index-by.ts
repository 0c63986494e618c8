/** Ids grouped by a key; an undefined key leaves the id out. */
export class IndexBy<Row extends { id: string }, Key> {
  readonly #groups = new Map<Key, Set<Row['id']>>()
  readonly #keyOf: (row: Row) => Key | undefined

  constructor(keyOf: (row: Row) => Key | undefined) {
    this.#keyOf = keyOf
  }

  move(before: Row | undefined, after: Row | undefined): void {
    const from = before && this.#keyOf(before)
    const to = after && this.#keyOf(after)
    if (from === to) return
    if (before && from !== undefined) {
      const group = this.#groups.get(from)
      group?.delete(before.id)
      if (group?.size === 0) this.#groups.delete(from)
    }
    if (after && to !== undefined) {
      const group = this.#groups.get(to)
      if (group) group.add(after.id)
      else this.#groups.set(to, new Set([after.id]))
    }
  }

  get(key: Key): ReadonlySet<Row['id']> {
    return this.#groups.get(key) ?? (empty as ReadonlySet<Row['id']>)
  }

  keys(): Iterable<Key> {
    return this.#groups.keys()
  }
}
const empty: ReadonlySet<never> = new Set()
