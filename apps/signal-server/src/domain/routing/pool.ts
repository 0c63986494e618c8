import type { MediaKind } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import { byName, type Order, SortedList } from '../sorted-list.ts'
import type { Line } from './line.ts'
import { byStanding, type Standing } from './load.ts'
import type { Profile } from './requirement.ts'

/** An agent on one kind of channel, as routing sees them; the same object for as long as they have it. */
export interface Seat {
  readonly agentId: AgentId
  readonly channel: MediaKind
  standing: Standing
  /** Slots taken ÷ slots. */
  load: number
  lastAssignedAt: number
  slots: number
}

/** Of agents who fit alike: least relative load, then longest since the last assignment, then id. */
export const seatOrder: Order<Seat> = {
  key: ({ load }) => load,
  tie: (a, b) => a.lastAssignedAt - b.lastAssignedAt || byName(a.agentId, b.agentId),
}

export const isSameSeat = (a: Seat, b: Seat): boolean =>
  a.channel === b.channel &&
  a.standing === b.standing &&
  a.load === b.load &&
  a.lastAssignedAt === b.lastAssignedAt &&
  a.slots === b.slots

/** At work on the channel, able to take a contact sooner or later. */
export const isAtWork = ({ standing }: Seat): boolean =>
  standing === 'free' || standing === 'ringing' || standing === 'full' || standing === 'interrupted'
export const slotsAtWork = (seat: Seat): number => (isAtWork(seat) ? seat.slots : 0)

/**
 * The seats of one channel whose agents can do the same. Only the free ones are kept in order: who else stands in front
 * is asked seldom.
 */
export class Pool {
  readonly channel: MediaKind
  readonly profile: Profile
  /** Lines whose contacts they may serve, each told of every seat, and how well they fit there. */
  readonly lines: { line: Line; fit: number }[] = []
  readonly seats: ReadonlySet<Seat>
  readonly free = new SortedList<Seat>(seatOrder)
  /** Those who have slots on the channel at all. */
  equipped = 0
  slots = 0
  readonly #seats = new Set<Seat>()
  readonly #counts = byStanding(() => 0)

  constructor(channel: MediaKind, profile: Profile) {
    this.channel = channel
    this.profile = profile
    this.seats = this.#seats
  }

  count(standing: Standing): number {
    return this.#counts[standing]
  }
  serves(line: Line): boolean {
    return this.lines.some((served) => served.line === line)
  }
  add(seat: Seat): void {
    this.#seats.add(seat)
    this.#come(seat)
  }
  remove(seat: Seat): void {
    this.#seats.delete(seat)
    this.#go(seat)
  }
  /** A seat of the pool is what it was not before. */
  change(seat: Seat, now: Seat): void {
    this.#go(seat)
    seat.standing = now.standing
    seat.load = now.load
    seat.lastAssignedAt = now.lastAssignedAt
    seat.slots = now.slots
    this.#come(seat)
  }
  #come(seat: Seat): void {
    if (seat.slots > 0) this.equipped++
    this.slots += slotsAtWork(seat)
    this.#counts[seat.standing]++
    if (seat.standing === 'free') this.free.add(seat)
    for (const { line, fit } of this.lines) line.seatCame(seat, fit)
  }
  #go(seat: Seat): void {
    if (seat.slots > 0) this.equipped--
    this.slots -= slotsAtWork(seat)
    this.#counts[seat.standing]--
    if (seat.standing === 'free') this.free.remove(seat)
    for (const { line, fit } of this.lines) line.seatWent(seat, fit)
  }
}
