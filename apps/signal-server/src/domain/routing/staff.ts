import type { MediaKind } from '@beckon/shared/model/channel'
import type { AgentRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import type { Line } from './line.ts'
import { Named } from './named.ts'
import { isSameSeat, Pool, type Seat, seatOrder, seatsOf } from './pool.ts'
import { type Lack, lacksOf, type Profile, profileKey } from './requirement.ts'

interface Seated {
  seat: Seat
  pool: Pool
}
interface Known {
  of: Profile
  at: Seated[]
}

/** The agents of a site, grouped by what they can do. */
export class Staff {
  readonly named = new Named()
  readonly #state: SiteState
  readonly #onPool: (pool: Pool) => void
  readonly #pools = new Map<string, Pool>()
  readonly #known = new Map<string, Known>()
  /** Kept until somebody is hired, leaves or can do something else. */
  readonly #lacking = new Map<Line, ReadonlyMap<Lack, number>>()

  /** Tells of every pool as soon as there is one. */
  constructor(state: SiteState, onPool: (pool: Pool) => void) {
    this.#state = state
    this.#onPool = onPool
  }

  get pools(): Iterable<Pool> {
    return this.#pools.values()
  }

  /** Looks at one agent again; where each of their seats is that is not what it was. */
  seat(agentId: string): Seated[] {
    const agent = this.#state.agents.get(agentId)
    const known = this.#known.get(agentId)
    const before = known?.at ?? []
    const after = agent ? seatsOf(this.#state, agent).map((seat, n) => this.#seated(seat, agent, known, n)) : []
    for (const seated of before) if (!after.includes(seated)) seated.pool.remove(seated.seat)
    const moved = after.filter((seated) => !before.includes(seated))
    for (const { seat, pool } of moved) pool.add(seat)
    if (before.length !== after.length || before.some(({ pool }, n) => after[n]?.pool !== pool)) this.#lacking.clear()
    if (agent) this.#known.set(agentId, { of: agent, at: after })
    else this.#known.delete(agentId)
    return moved
  }

  /** The seat as it was known, where it is still the same. */
  #seated(seat: Seat, agent: AgentRow, known: Known | undefined, n: number): Seated {
    const before = known?.at[n]
    const stays = known && before?.seat.channel === seat.channel && isSameProfile(known.of, agent)
    const pool = stays ? before.pool : this.#poolOf(seat.channel, agent)
    return before?.pool === pool && isSameSeat(before.seat, seat) ? before : { seat, pool }
  }

  #poolOf(channel: MediaKind, agent: AgentRow): Pool {
    const key = `${channel} ${profileKey(agent)}`
    const known = this.#pools.get(key)
    if (known) return known
    const made = new Pool(channel, agent)
    this.#pools.set(key, made)
    this.#onPool(made)
    return made
  }

  seatOf(agentId: string, line: Line): Seat | undefined {
    const found = this.#known.get(agentId)?.at.find(({ seat }) => seat.channel === line.requirement.channel)
    return found?.pool.serves(line) ? found.seat : undefined
  }

  /** How many agents lack what for a line, by what they lack first. */
  lacking(line: Line): ReadonlyMap<Lack, number> {
    const known = this.#lacking.get(line)
    if (known) return known
    const made = new Map<Lack, number>()
    for (const { pool, lacks } of this.#unable(line)) {
      const [first] = lacks
      if (first && pool.size > 0) made.set(first, (made.get(first) ?? 0) + pool.size)
    }
    this.#lacking.set(line, made)
    return made
  }

  /** The first few who are free and lack something for a line: who lacks least, then the order of seats. */
  freeWithout(line: Line, most: number): { seat: Seat; lacks: Lack[] }[] {
    const found: { seat: Seat; lacks: Lack[] }[] = []
    for (const { pool, lacks } of this.#unable(line)) {
      for (let n = 0; n < Math.min(most, pool.free.size); n++) {
        const seat = pool.free.at(n)
        if (seat) found.push({ seat, lacks })
      }
    }
    found.sort((a, b) => a.lacks.length - b.lacks.length || seatOrder(a.seat, b.seat))
    return found.slice(0, most)
  }

  *#unable({ requirement }: Line): Generator<{ pool: Pool; lacks: Lack[] }> {
    for (const pool of this.#pools.values()) {
      if (pool.channel !== requirement.channel) continue
      const lacks = lacksOf(requirement, pool.profile)
      if (lacks.length > 0) yield { pool, lacks }
    }
  }
}

/** An agent's row is copied when they come and go; what they can do is not, and need not be written out again. */
const isSameProfile = (a: Profile, b: Profile): boolean => columns.every((column) => a[column] === b[column])
const columns = ['roles', 'skills', 'queues', 'languages', 'regions'] as const
