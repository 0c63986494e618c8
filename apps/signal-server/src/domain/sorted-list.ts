/** Items a chunk holds at most; found by measurement, flat between 64 and 512. */
const most = 256

/**
 * Items in order, none equal to another; the order may be asked for things that are no items. Chunked arrays: adding
 * and removing move at most one chunk, so that they cost about the same among ten as among a hundred thousand.
 */
export class SortedList<T extends Place, Place = T> {
  readonly #order: (a: Place, b: Place) => number
  readonly #chunks: T[][] = []
  /** How many items stand before each chunk; made when somebody counts, dropped at every change. */
  #before: number[] | undefined
  #size = 0

  constructor(order: (a: Place, b: Place) => number) {
    this.#order = order
  }

  get size(): number {
    return this.#size
  }

  first(): T | undefined {
    return this.#chunks[0]?.[0]
  }

  /** The `n`th from the front; meant for the first few. */
  at(n: number): T | undefined {
    let left = n
    for (const chunk of this.#chunks) {
      if (left < chunk.length) return chunk[left]
      left -= chunk.length
    }
    return undefined
  }

  add(item: T): void {
    this.#before = undefined
    this.#size++
    const c = this.#chunkFor(item)
    const chunk = this.#chunks[c]
    if (!chunk) {
      this.#chunks.push([item])
      return
    }
    chunk.splice(this.#placeIn(chunk, item), 0, item)
    if (chunk.length > most) this.#chunks.splice(c + 1, 0, chunk.splice(most / 2))
  }

  /** Many at once, as at a start: sorted together where there are more than were here before. */
  addAll(items: readonly T[]): void {
    if (items.length <= this.#size) {
      for (const item of items) this.add(item)
      return
    }
    const all = [...this, ...items].sort(this.#order)
    this.#chunks.length = 0
    for (let n = 0; n < all.length; n += most / 2) this.#chunks.push(all.slice(n, n + most / 2))
    this.#size = all.length
    this.#before = undefined
  }

  /** Removes the item that is equal in the order. */
  remove(item: T): void {
    const c = this.#chunkFor(item)
    const chunk = this.#chunks[c]
    if (!chunk) return
    const place = this.#placeIn(chunk, item)
    const found = chunk[place]
    if (found === undefined || this.#order(found, item) !== 0) return
    chunk.splice(place, 1)
    if (chunk.length === 0) this.#chunks.splice(c, 1)
    this.#before = undefined
    this.#size--
  }

  /** How many items stand before this one, which need not be here itself. */
  countBefore(item: Place): number {
    const c = this.#chunkFor(item)
    const chunk = this.#chunks[c]
    return chunk ? (this.#counts()[c] ?? 0) + this.#placeIn(chunk, item) : 0
  }

  /** The first one after this, which need not be here itself. */
  after(item: Place): T | undefined {
    const c = this.#chunkFor(item)
    const chunk = this.#chunks[c]
    if (!chunk) return undefined
    const place = this.#placeIn(chunk, item)
    const found = chunk[place]
    const next = found !== undefined && this.#order(found, item) === 0 ? place + 1 : place
    return chunk[next] ?? this.#chunks[c + 1]?.[0]
  }

  *[Symbol.iterator](): Generator<T> {
    for (const chunk of this.#chunks) yield* chunk
  }

  #counts(): number[] {
    if (this.#before) return this.#before
    let sum = 0
    this.#before = this.#chunks.map((chunk) => (sum += chunk.length) - chunk.length)
    return this.#before
  }

  /** The last chunk that begins at or before the item. */
  #chunkFor(item: Place): number {
    let [low, high] = [0, this.#chunks.length - 1]
    // Most come last and go first.
    const second = this.#chunks[1]?.[0]
    if (second === undefined || this.#order(second, item) > 0) return 0
    const newest = this.#chunks[high]?.[0]
    if (newest !== undefined && this.#order(newest, item) <= 0) return high
    while (low < high) {
      const middle = (low + high + 1) >> 1
      const head = this.#chunks[middle]?.[0]
      if (head !== undefined && this.#order(head, item) <= 0) low = middle
      else high = middle - 1
    }
    return low
  }

  #placeIn(chunk: readonly T[], item: Place): number {
    let [low, high] = [0, chunk.length]
    const [oldest, newest] = [chunk[0], chunk[high - 1]]
    if (oldest === undefined || this.#order(oldest, item) >= 0) return 0
    if (newest === undefined || this.#order(newest, item) < 0) return high
    while (low < high) {
      const middle = (low + high) >> 1
      const there = chunk[middle]
      if (there !== undefined && this.#order(there, item) < 0) low = middle + 1
      else high = middle
    }
    return low
  }
}
