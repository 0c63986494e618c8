import type { Queue } from '@beckon/shared/model/routing-settings'
import { SortedList } from '../sorted-list.ts'
import { type Ranked, servedBefore } from '../queue/rank.ts'
import type { InteractionRow } from '../rows.ts'
import { Headcount } from './headcount.ts'
import type { Standing } from './load.ts'
import { type Pool, type Seat, seatOrder } from './pool.ts'
import { fitOf, lacksOf, type Requirement } from './requirement.ts'

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
  /** Nobody is asked: agents pick from it. */
  readonly picked: boolean
  readonly requirement: Requirement
  /** Who can be offered now, in the order of service: those whom anybody able may serve, and the particular ones. */
  readonly plain = new SortedList<InteractionRow>(servedBefore)
  readonly particular = new SortedList<InteractionRow>(servedBefore)
  /** Everybody who has a place: ringing ones and those whose customer has left included. */
  readonly places = new SortedList<Ranked>(servedBefore)
  /** Pools that may serve it, best fit first. */
  readonly able: { pool: Pool; fit: number }[] = []
  /** The seats of all of these. */
  readonly count = new Headcount()

  constructor({ key, answer }: Pick<Queue, 'key' | 'answer'>, requirement: Requirement) {
    this.queue = key
    this.picked = answer === 'pick'
    this.requirement = requirement
  }

  /** Takes note of a pool, if its agents can serve the line at all. */
  meet(pool: Pool): void {
    if (pool.channel !== this.requirement.channel || lacksOf(this.requirement, pool.profile).length > 0) return
    const fit = fitOf(this.requirement, pool.profile)
    const place = this.able.findIndex((other) => other.fit < fit)
    this.able.splice(place < 0 ? this.able.length : place, 0, { pool, fit })
    pool.lines.push(this)
    this.count.join(pool.count)
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

  /** The first few seats with this standing: fit, then the order of seats. Looks no further than it must. */
  first(standing: Standing, most: number, allowed?: (seat: Seat) => boolean): Fitting[] {
    const found: Fitting[] = []
    let left = this.count.of[standing]
    for (const { pool, fit } of this.able) {
      const worst = found.length === most ? found.at(-1) : undefined
      if (left === 0 || (worst && fit < worst.fit)) return found
      const seats = pool.seats(standing)
      left -= seats.size
      if (seats.size > 0) takeFirst(found, seats, { fit, most, allowed })
    }
    return found
  }
}

export interface Fitting {
  seat: Seat
  fit: number
}

/** Sorts the first few of a pool in, until one of them is not among the first few of all. */
function takeFirst(
  found: Fitting[],
  seats: SortedList<Seat>,
  { fit, most, allowed }: { fit: number; most: number; allowed: ((seat: Seat) => boolean) | undefined },
): void {
  let n = 0
  for (let seat = seats.first(); seat; seat = seats.at(++n)) {
    if (allowed && !allowed(seat)) continue
    let place = found.length
    for (let other = found[place - 1]; other && other.fit === fit && seatOrder(seat, other.seat) < 0; ) {
      other = found[--place - 1]
    }
    if (place === most) return
    found.splice(place, 0, { seat, fit })
    if (found.length > most) found.pop()
  }
}
