import type { MediaKind } from '@beckon/shared/model/channel'
import type { AgentRow } from '../rows.ts'
import { compare } from '../sorted-list.ts'
import type { Line } from './line.ts'
import { Pool, type Seat, seatOrder } from './pool.ts'
import { type Lack, lacksOf, profileKey } from './requirement.ts'

interface Unable {
  readonly pool: Pool
  readonly lacks: Lack[]
}

/** The pools of a site, and what keeps each from serving a line. */
export class Pools {
  readonly #pools = new Map<string, Pool>()
  readonly #onPool: (pool: Pool) => void
  /** Both kept until a pool gains or loses a seat. */
  readonly #lacking = new Map<Line, ReadonlyMap<Lack, number>>()
  readonly #unable = new Map<Line, readonly Unable[]>()

  /** Tells of every pool as soon as there is one. */
  constructor(onPool: (pool: Pool) => void) {
    this.#onPool = onPool
  }

  [Symbol.iterator](): Iterator<Pool> {
    return this.#pools.values()
  }

  /** The one of agents who can do the same. */
  of(channel: MediaKind, agent: AgentRow): Pool {
    const key = `${channel} ${profileKey(agent)}`
    const known = this.#pools.get(key)
    if (known) return known
    const made = new Pool(channel, agent)
    this.#pools.set(key, made)
    this.#onPool(made)
    return made
  }

  /** Somebody was hired, has left or can do something else. */
  seatsChanged(): void {
    this.#lacking.clear()
    this.#unable.clear()
  }

  /** How many agents lack what for a line, by what they lack first. */
  lacking(line: Line): ReadonlyMap<Lack, number> {
    const known = this.#lacking.get(line)
    if (known) return known
    const made = new Map<Lack, number>()
    for (const { pool, lacks } of this.#unableFor(line)) {
      const [first] = lacks
      if (first) made.set(first, (made.get(first) ?? 0) + pool.seats.size)
    }
    this.#lacking.set(line, made)
    return made
  }

  /** The first few who are free and lack something for a line: who lacks least, then the order of seats. */
  freeWithout(line: Line, most: number): { seat: Seat; lacks: Lack[] }[] {
    const found: { seat: Seat; lacks: Lack[] }[] = []
    for (const { pool, lacks } of this.#leastFirst(line)) {
      const last = found[most - 1]
      if (last && lacks.length > last.lacks.length) break
      for (let n = 0; n < Math.min(most, pool.free.size); n++) {
        const seat = pool.free.at(n)
        if (seat) found.push({ seat, lacks })
      }
    }
    found.sort((a, b) => a.lacks.length - b.lacks.length || compare(seatOrder, a.seat, b.seat))
    return found.slice(0, most)
  }

  /** Asked only where few can serve a line, and so kept for few lines. */
  #leastFirst(line: Line): readonly Unable[] {
    const known = this.#unable.get(line)
    if (known) return known
    const made = [...this.#unableFor(line)].sort((a, b) => a.lacks.length - b.lacks.length)
    this.#unable.set(line, made)
    return made
  }

  *#unableFor({ requirement }: Line): Generator<Unable> {
    for (const pool of this.#pools.values()) {
      if (pool.channel !== requirement.channel || pool.seats.size === 0) continue
      const lacks = lacksOf(requirement, pool.profile)
      if (lacks.length > 0) yield { pool, lacks }
    }
  }
}
