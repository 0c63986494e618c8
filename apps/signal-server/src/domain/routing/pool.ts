import type { MediaKind } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import { SortedList } from '../sorted-list.ts'
import type { AgentRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import type { Line } from './line.ts'
import { byStanding, capacityOf, isLive, reachesOf, ringsFor, type Standing, takesSlot } from './load.ts'
import type { Profile } from './requirement.ts'

/** An agent on one kind of channel, as routing sees them. */
export interface Seat {
  agentId: AgentId
  channel: MediaKind
  standing: Standing
  /** Slots taken ÷ slots. */
  load: number
  lastAssignedAt: number
  slots: number
}

/** Of agents who fit alike: least relative load, then longest since the last assignment, then id. */
export const seatOrder = (a: Seat, b: Seat): number =>
  a.load - b.load || a.lastAssignedAt - b.lastAssignedAt || (a.agentId < b.agentId ? -1 : a.agentId > b.agentId ? 1 : 0)

export const isSameSeat = (a: Seat, b: Seat): boolean =>
  a.channel === b.channel &&
  a.standing === b.standing &&
  a.load === b.load &&
  a.lastAssignedAt === b.lastAssignedAt &&
  a.slots === b.slots

/** At work on the channel, able to take a contact sooner or later. */
const working: ReadonlySet<Standing> = new Set(['free', 'ringing', 'full', 'interrupted'])
export const isAtWork = ({ standing }: Seat): boolean => working.has(standing)
export const slotsAtWork = (seat: Seat): number => (isAtWork(seat) ? seat.slots : 0)

/** The seats of one channel whose agents can do the same. */
export class Pool {
  readonly channel: MediaKind
  readonly profile: Profile
  /** Lines whose contacts they may serve, each told of every seat, and how well they fit there. */
  readonly lines: { line: Line; fit: number }[] = []
  size = 0
  /** Those who have slots on the channel at all. */
  equipped = 0
  slots = 0
  readonly #seats: Record<Standing, SortedList<Seat>> = byStanding(() => new SortedList<Seat>(seatOrder))

  constructor(channel: MediaKind, profile: Profile) {
    this.channel = channel
    this.profile = profile
  }

  get free(): SortedList<Seat> {
    return this.#seats.free
  }
  seats(standing: Standing): SortedList<Seat> {
    return this.#seats[standing]
  }
  *everybody(): Generator<Seat> {
    for (const seats of Object.values(this.#seats)) yield* seats
  }
  serves(line: Line): boolean {
    return this.lines.some((served) => served.line === line)
  }
  add(seat: Seat): void {
    this.size++
    if (seat.slots > 0) this.equipped++
    this.slots += slotsAtWork(seat)
    this.#seats[seat.standing].add(seat)
    for (const { line, fit } of this.lines) line.seatCame(seat, fit)
  }
  remove(seat: Seat): void {
    this.size--
    if (seat.slots > 0) this.equipped--
    this.slots -= slotsAtWork(seat)
    this.#seats[seat.standing].remove(seat)
    for (const { line, fit } of this.lines) line.seatWent(seat, fit)
  }
}

/** Every seat of an agent, worked out in one pass over what they have. */
export function seatsOf(state: SiteState, agent: AgentRow): Seat[] {
  const live = isLive(state, agent)
  const offers = state.offersTo(agent.id)
  const owned = state.ownedBy(agent.id)
  return reachesOf(state, agent).map(({ channel, standing: reached, lastAssignedAt }) => {
    const slots = capacityOf(agent, channel)
    let taken = 0
    for (const row of owned) if (takesSlot(row, channel)) taken++
    for (const offer of offers) if (offer.channel === channel) taken++
    let standing: Standing = 'free'
    if (!live) standing = 'away'
    else if (reached !== 'free') standing = reached
    else if (offers.some((offer) => ringsFor(offer.channel, channel))) standing = 'ringing'
    else if (taken >= slots) standing = 'full'
    else if (owned.some((row) => !state.rules.mayInterrupt(row.channel, channel))) standing = 'interrupted'
    return { agentId: agent.id, channel, standing, load: slots > 0 ? taken / slots : 1, lastAssignedAt, slots }
  })
}
