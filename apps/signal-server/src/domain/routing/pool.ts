import type { Channel } from '@beckon/shared/model/channel'
import type { AgentId } from '@beckon/shared/model/ids'
import { SortedList } from '../sorted-list.ts'
import type { AgentRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { Headcount } from './headcount.ts'
import type { Line } from './line.ts'
import { capacityOf, intentNow, isLive, type Standing } from './load.ts'
import type { Profile } from './requirement.ts'

/** One media channel of one agent, as routing sees it. */
export interface Seat {
  agentId: AgentId
  channel: Channel
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

/** The seats of one channel whose agents can do the same. */
export class Pool {
  readonly channel: Channel
  readonly profile: Profile
  /** Lines whose contacts they may serve; each counts them, too. */
  readonly lines: Line[] = []
  readonly count = new Headcount()
  readonly #seats: Record<Standing, SortedList<Seat>>

  constructor(channel: Channel, profile: Profile) {
    this.channel = channel
    this.profile = profile
    const list = () => new SortedList<Seat>(seatOrder)
    this.#seats = {
      free: list(),
      ringing: list(),
      full: list(),
      interrupted: list(),
      'not-responding': list(),
      unavailable: list(),
      away: list(),
    }
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
  add(seat: Seat): void {
    this.#seats[seat.standing].add(seat)
    this.#change(seat, 1)
  }
  remove(seat: Seat): void {
    this.#seats[seat.standing].remove(seat)
    this.#change(seat, -1)
  }
  #change(seat: Seat, by: 1 | -1): void {
    this.count.change(seat, by)
    for (const line of this.lines) line.count.change(seat, by)
  }
}

/** Every seat of an agent, worked out in one pass over what they have. */
export function seatsOf(state: SiteState, agent: AgentRow): Seat[] {
  const live = isLive(state, agent)
  const offers = state.offersTo(agent.id)
  const owned = state.ownedBy(agent.id)
  return state.presencesOf(agent.id).map((presence) => {
    const { channel, lastAssignedAt } = presence
    const intent = intentNow(state, agent, presence)
    const slots = capacityOf(agent, channel)
    let taken = 0
    for (const row of owned) if (row.channel === channel) taken++
    for (const offer of offers) if (offer.channel === channel) taken++
    let standing: Standing = 'free'
    if (!live) standing = 'away'
    else if (intent !== 'available') standing = intent
    else if (offers.length > 0) standing = 'ringing'
    else if (taken >= slots) standing = 'full'
    else if (owned.some((row) => !state.rules.mayInterrupt(row.channel, channel))) standing = 'interrupted'
    return { agentId: agent.id, channel, standing, load: slots > 0 ? taken / slots : 1, lastAssignedAt, slots }
  })
}
