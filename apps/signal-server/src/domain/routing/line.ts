import { SortedList } from '../sorted-list.ts'
import { type Ranked, servedBefore } from '../queue/rank.ts'
import type { InteractionRow } from '../rows.ts'
import { type Pool, type Seat, seatOrder } from './pool.ts'
import { fitOf, type Lack, lacksOf, type Requirement } from './requirement.ts'

/** What the choice of an agent looks at, of a contact that waits or might come. */
export type Asked = Pick<
  InteractionRow,
  'channel' | 'queue' | 'plan' | 'relaxed' | 'passedBy' | 'preferredAgentId' | 'preferredUntil'
>

/** A contact for whom not everybody able may be asked: some let it pass by, or it is held for one. */
export const isParticular = ({ passedBy, preferredUntil }: Asked): boolean =>
  preferredUntil !== null || Object.keys(passedBy).length > 0

/** The contacts that ask for the same at the same stage of their waiting. */
export class Line {
  readonly queue: string
  readonly requirement: Requirement
  /** Who can be offered now, in the order of service: those whom anybody able may serve, and the particular ones. */
  readonly plain = new SortedList<InteractionRow>(servedBefore)
  readonly particular = new SortedList<InteractionRow>(servedBefore)
  /** Everybody who has a place: ringing ones and those whose customer has left included. */
  readonly places = new SortedList<Ranked>(servedBefore)
  /** Pools that may serve it, best fit first. */
  readonly able: { pool: Pool; fit: number }[] = []
  readonly unable: { pool: Pool; lacks: Lack[] }[] = []

  #countedAt = -1
  #lacking = new Map<Lack, number>()

  constructor(queue: string, requirement: Requirement) {
    this.queue = queue
    this.requirement = requirement
  }

  /** How many agents lack what, by what they lack first; counted anew only when somebody was hired or left. */
  lacking(staffing: number): ReadonlyMap<Lack, number> {
    if (staffing === this.#countedAt) return this.#lacking
    this.#countedAt = staffing
    this.#lacking = new Map()
    for (const { pool, lacks } of this.unable) {
      const [first] = lacks
      if (first && pool.size > 0) this.#lacking.set(first, (this.#lacking.get(first) ?? 0) + pool.size)
    }
    return this.#lacking
  }

  meet(pool: Pool): void {
    if (pool.channel !== this.requirement.channel) return
    const lacks = lacksOf(this.requirement, pool.profile)
    if (lacks.length > 0) {
      this.unable.push({ pool, lacks })
      return
    }
    const fit = fitOf(this.requirement, pool.profile)
    const place = this.able.findIndex((other) => other.fit < fit)
    this.able.splice(place < 0 ? this.able.length : place, 0, { pool, fit })
    pool.lines.push(this)
  }

  add(row: InteractionRow): void {
    this.places.add(row)
    if (row.status === 'queued' && row.customerLostAt === null) this.#ready(row).add(row)
  }
  remove(row: InteractionRow): void {
    this.places.remove(row)
    if (row.status === 'queued' && row.customerLostAt === null) this.#ready(row).remove(row)
  }
  #ready(row: InteractionRow): SortedList<InteractionRow> {
    return isParticular(row) ? this.particular : this.plain
  }

  /** The best of the free seats: fit, then the order of seats. */
  best(allowed: (seat: Seat) => boolean = everybody): Seat | undefined {
    let best: Seat | undefined
    let bestFit = 0
    for (const { pool, fit } of this.able) {
      if (best && fit < bestFit) return best
      const seat = firstAllowed(pool.free, allowed)
      if (!seat || (best && seatOrder(best, seat) < 0)) continue
      best = seat
      bestFit = fit
    }
    return best
  }
}

const everybody = (): boolean => true

function firstAllowed(seats: SortedList<Seat>, allowed: (seat: Seat) => boolean): Seat | undefined {
  if (allowed === everybody) return seats.first()
  for (const seat of seats) if (allowed(seat)) return seat
  return undefined
}
