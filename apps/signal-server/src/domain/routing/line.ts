import type { Queue } from '@beckon/shared/model/routing-settings'
import { SortedList } from '../sorted-list.ts'
import { type Ranked, serviceOrder } from '../queue/rank.ts'
import type { InteractionRow } from '../rows.ts'
import { type Fitting, Front, putInOrder } from './front.ts'
import { byStanding, type Standing, standings } from './load.ts'
import { type Pool, type Seat, slotsAtWork } from './pool.ts'
import { fitOf, lacksOf, type Requirement } from './requirement.ts'

/** What the choice of an agent looks at, of a contact that waits or might come. */
export type Asked = Pick<
  InteractionRow,
  'channel' | 'queue' | 'plan' | 'relaxed' | 'passedBy' | 'preferredAgentId' | 'preferredAs' | 'preferredUntil'
>

function hasKeys(of: object): boolean {
  for (const _ in of) return true
  return false
}

/** A contact for whom not everybody able may be asked: some let it pass by, or it is held for one. */
export const isParticular = ({ passedBy, preferredUntil }: Asked): boolean =>
  preferredUntil !== null || hasKeys(passedBy)

/** The contacts that ask for the same at the same stage of their waiting. */
export class Line {
  readonly queue: string
  /** Nobody is asked: agents pick from it. */
  readonly picked: boolean
  readonly requirement: Requirement
  /** Who can be offered now, in the order of service: those whom anybody able may serve, and the particular ones. */
  readonly plain = new SortedList<InteractionRow, Ranked>(serviceOrder)
  readonly particular = new SortedList<InteractionRow, Ranked>(serviceOrder)
  /** Who has a place all the same: ringing ones, and those whose customer has left. */
  readonly #others = new SortedList<InteractionRow, Ranked>(serviceOrder)
  /** Pools that may serve it, best fit first. */
  readonly able: { pool: Pool; fit: number }[] = []
  /** Slots of those of them who are at work. */
  slots = 0
  readonly #fronts: Record<Standing, Front> = byStanding(() => new Front())
  /** Pools in which somebody became free since it was looked at. */
  #freed: Pool[] | 'anybody' = []

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
    pool.lines.push({ line: this, fit })
    this.slots += pool.slots
    for (const standing of standings) this.#fronts[standing].join(pool.count(standing))
  }

  /** A seat of one of its pools is what it was not before. */
  seatCame(seat: Seat, fit: number): void {
    this.slots += slotsAtWork(seat)
    this.#fronts[seat.standing].add(seat, fit)
  }
  seatWent(seat: Seat, fit: number): void {
    this.slots -= slotsAtWork(seat)
    this.#fronts[seat.standing].remove(seat, fit)
  }
  /** How many seats of all its pools have this standing. */
  count(standing: Standing): number {
    return this.#fronts[standing].size
  }

  add(row: InteractionRow): void {
    this.#listOf(row).add(row)
  }
  remove(row: InteractionRow): void {
    this.#listOf(row).remove(row)
  }
  #listOf(row: InteractionRow): SortedList<InteractionRow, Ranked> {
    if (row.status !== 'queued' || row.customerLostAt !== null) return this.#others
    return isParticular(row) ? this.particular : this.plain
  }

  /** It is to be looked at, for the free of one pool or of all. */
  openFor(whom: Pool | 'anybody'): void {
    if (whom === 'anybody') this.#freed = whom
    else if (this.#freed !== 'anybody') this.#freed.push(whom)
  }
  close(): void {
    this.#freed = []
  }
  /** Whoever became free may have been taken again; then nothing has changed for it. */
  get isWorthALook(): boolean {
    return this.#freed === 'anybody' || this.#freed.some(({ free }) => free.size > 0)
  }

  *everybody(): Generator<InteractionRow> {
    yield* this.plain
    yield* this.particular
    yield* this.#others
  }
  /** How many have a place. */
  get size(): number {
    return this.plain.size + this.particular.size + this.#others.size
  }
  placesBefore(contact: Ranked): number {
    return this.plain.countBefore(contact) + this.particular.countBefore(contact) + this.#others.countBefore(contact)
  }

  /** At least the first `count` seats with this standing, where there are so many: fit, then the order of seats. */
  first(standing: Standing, count: number, allowed?: (seat: Seat) => boolean): readonly Fitting[] {
    const front = this.#fronts[standing]
    const known = front.first(count) ?? front.know(this.#find(standing, Front.most))
    if (!allowed) return known
    const found = known.filter(({ seat }) => allowed(seat))
    const isAll = known.length === this.count(standing)
    return isAll || found.length >= count ? found : this.#find(standing, count, allowed)
  }

  /** Looks through the pools, no further than it must. */
  #find(standing: Standing, most: number, allowed?: (seat: Seat) => boolean): Fitting[] {
    const found: Fitting[] = []
    let left = this.count(standing)
    for (const { pool, fit } of this.able) {
      const last = found.length === most ? found.at(-1) : undefined
      if (left === 0 || (last && fit < last.fit)) return found
      if (pool.count(standing) === 0) continue
      left -= pool.count(standing)
      takeFirst(found, pool, { standing, fit, most, allowed })
    }
    return found
  }
}

interface Search {
  standing: Standing
  fit: number
  most: number
  allowed: ((seat: Seat) => boolean) | undefined
}

/** Puts the first of a pool in order; where the pool keeps them so, until one of them is not among the first of all. */
function takeFirst(found: Fitting[], { free, seats }: Pool, { standing, fit, most, allowed }: Search): void {
  const isSorted = standing === 'free'
  for (const seat of isSorted ? free : seats) {
    if (seat.standing !== standing || (allowed && !allowed(seat))) continue
    const one = { seat, fit }
    putInOrder(found, one)
    if (found.length > most && found.pop() === one && isSorted) return
  }
}
