/** Items a chunk holds at most; found by measurement, flat between 32 and 128. */
const most = 64

/** An order: by a number first, so that most comparisons look at nothing else, then by the rest. */
export interface Order<Place> {
  readonly key: (place: Place) => number
  /** Of places with the same number. */
  readonly tie: (a: Place, b: Place) => number
}
/** Ids and names in the same order on every node. */
export const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
export const compare = <Place>({ key, tie }: Order<Place>, a: Place, b: Place): number => key(a) - key(b) || tie(a, b)

/** Some items in order, and beside them their numbers. */
interface Chunk<T> {
  readonly items: T[]
  readonly keys: number[]
}

/**
 * Items in order, none equal to another; the order may be asked for things that are no items. Chunked arrays: adding
 * and removing move at most one chunk, so that they cost about the same among ten as among a hundred thousand. What is
 * searched are plain numbers side by side, not the items they are of.
 */
export class SortedList<T extends Place, Place = T> {
  readonly #order: Order<Place>
  readonly #chunks: Chunk<T>[] = []
  /** The first number of each chunk. */
  readonly #heads: number[] = []
  /** How many items stand before each chunk; made when somebody counts, dropped at every change. */
  #before: number[] | undefined
  #size = 0

  constructor(order: Order<Place>) {
    this.#order = order
  }

  get size(): number {
    return this.#size
  }

  first(): T | undefined {
    return this.#chunks[0]?.items[0]
  }

  /** The `n`th from the front; meant for the first few. */
  at(n: number): T | undefined {
    let left = n
    for (const { items } of this.#chunks) {
      if (left < items.length) return items[left]
      left -= items.length
    }
    return undefined
  }

  add(item: T): void {
    const key = this.#order.key(item)
    const c = this.#chunkFor(item, key)
    const chunk = this.#chunks[c]
    this.#before = undefined
    this.#size++
    if (!chunk) {
      this.#chunks.push({ items: [item], keys: [key] })
      this.#heads.push(key)
      return
    }
    const place = this.#placeIn(chunk, item, key)
    insertAt(chunk.items, place, item)
    insertAt(chunk.keys, place, key)
    if (place === 0) this.#heads[c] = key
    if (chunk.items.length > most) this.#split(chunk, c)
  }

  #split(chunk: Chunk<T>, c: number): void {
    const rest = { items: chunk.items.splice(most / 2), keys: chunk.keys.splice(most / 2) }
    this.#chunks.splice(c + 1, 0, rest)
    this.#heads.splice(c + 1, 0, ...rest.keys.slice(0, 1))
  }

  /** Many at once, as at a start: sorted together where there are more than were here before. */
  addAll(items: readonly T[]): void {
    if (items.length <= this.#size) {
      for (const item of items) this.add(item)
      return
    }
    const all = [...this, ...items].sort((a, b) => compare(this.#order, a, b))
    this.#chunks.length = 0
    this.#heads.length = 0
    for (let n = 0; n < all.length; n += most / 2) this.#append(all.slice(n, n + most / 2))
    this.#size = all.length
    this.#before = undefined
  }

  #append(items: T[]): void {
    const keys = items.map(this.#order.key)
    this.#chunks.push({ items, keys })
    this.#heads.push(...keys.slice(0, 1))
  }

  /** Removes the item that is equal in the order. */
  remove(item: T): void {
    const key = this.#order.key(item)
    const c = this.#chunkFor(item, key)
    const chunk = this.#chunks[c]
    if (!chunk) return
    const place = this.#placeIn(chunk, item, key)
    const found = chunk.items[place]
    if (found === undefined || chunk.keys[place] !== key || this.#order.tie(found, item) !== 0) return
    removeAt(chunk.items, place)
    removeAt(chunk.keys, place)
    this.#before = undefined
    this.#size--
    const head = chunk.keys[0]
    if (head !== undefined) this.#heads[c] = head
    else if (this.#chunks.length > 1) {
      this.#chunks.splice(c, 1)
      this.#heads.splice(c, 1)
    }
  }

  /** How many items stand before this one, which need not be here itself. */
  countBefore(item: Place): number {
    const key = this.#order.key(item)
    const c = this.#chunkFor(item, key)
    const chunk = this.#chunks[c]
    return chunk ? (this.#counts()[c] ?? 0) + this.#placeIn(chunk, item, key) : 0
  }

  /** The first one after this, which need not be here itself. */
  after(item: Place): T | undefined {
    const key = this.#order.key(item)
    const c = this.#chunkFor(item, key)
    const chunk = this.#chunks[c]
    if (!chunk) return undefined
    const place = this.#placeIn(chunk, item, key)
    const found = chunk.items[place]
    const isHere = found !== undefined && chunk.keys[place] === key && this.#order.tie(found, item) === 0
    return chunk.items[isHere ? place + 1 : place] ?? this.#chunks[c + 1]?.items[0]
  }

  *[Symbol.iterator](): Generator<T> {
    for (const { items } of this.#chunks) yield* items
  }

  #counts(): number[] {
    if (this.#before) return this.#before
    let sum = 0
    this.#before = this.#chunks.map(({ items }) => (sum += items.length) - items.length)
    return this.#before
  }

  /** The last chunk that begins at or before the item, else the first. */
  #chunkFor(item: Place, key: number): number {
    const heads = this.#heads
    let [low, high] = [0, heads.length - 1]
    // Most come last and go first.
    if (high < 1 || this.#isAfter(heads[1], this.#chunks[1], item, key)) return 0
    if (!this.#isAfter(heads[high], this.#chunks[high], item, key)) return high
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#isAfter(heads[middle], this.#chunks[middle], item, key)) high = middle - 1
      else low = middle
    }
    return low
  }
  #isAfter(head: number | undefined, chunk: Chunk<T> | undefined, item: Place, key: number): boolean {
    if (head === undefined || head !== key) return head === undefined || head > key
    const first = chunk?.items[0]
    return first !== undefined && this.#order.tie(first, item) > 0
  }

  /** How many of a chunk stand before the item. */
  #placeIn({ items, keys }: Chunk<T>, item: Place, key: number): number {
    let [low, high] = [0, keys.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const there = keys[middle] as number
      if (there < key || (there === key && this.#order.tie(items[middle] as T, item) < 0)) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** As `splice`, which makes an array of what it removes. */
function insertAt<T>(items: T[], place: number, item: T): void {
  items.push(item)
  for (let n = items.length - 1; n > place; n--) items[n] = items[n - 1] as T
  items[place] = item
}
function removeAt(items: unknown[], place: number): void {
  for (let n = place + 1; n < items.length; n++) items[n - 1] = items[n]
  items.pop()
}
