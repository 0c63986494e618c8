import { compare } from '../sorted-list.ts'
import { type Seat, seatOrder } from './pool.ts'

export interface Fitting {
  seat: Seat
  fit: number
}

/** Best fit first, then the order of seats. */
const isBehind = (seat: Seat, fit: number, other: Fitting): boolean =>
  fit < other.fit || (fit === other.fit && compare(seatOrder, seat, other.seat) > 0)

/** The first few of many seats, in order, and how many there are: who is far behind costs one comparison to come or go. */
export class Front {
  /** So many are kept; some more than anybody asks for, so that they need not be found anew whenever one leaves. */
  static readonly most = 12
  size = 0
  /** None that is not here comes before one of these. */
  #known: Fitting[] = []

  /** Seats that were there before the front was. */
  join(others: number): void {
    if (others > 0) this.#known = []
    this.size += others
  }

  add(seat: Seat, fit: number): void {
    const isAll = this.#known.length === this.size++
    const last = this.#known.at(-1)
    if (!isAll && (!last || isBehind(seat, fit, last))) return
    putInOrder(this.#known, { seat, fit })
    if (this.#known.length > Front.most) this.#known.pop()
  }

  /** The seat as it was when it came. */
  remove(seat: Seat, fit: number): void {
    this.size--
    const last = this.#known.at(-1)
    if (!last || isBehind(seat, fit, last)) return
    const place = this.#known.findIndex((one) => one.seat === seat)
    if (place >= 0) this.#known.splice(place, 1)
  }

  /** At least the first `count`, where there are so many; undefined: too few are known, and the first must be found. */
  first(count: number): readonly Fitting[] | undefined {
    return this.#known.length < Math.min(count, this.size) ? undefined : this.#known
  }
  /** These are the first, as many as are kept or all there are. */
  know(first: Fitting[]): readonly Fitting[] {
    this.#known = first
    return first
  }
}

export function putInOrder(sorted: Fitting[], one: Fitting): void {
  let place = sorted.length
  for (let before = sorted[place - 1]; before && isBehind(before.seat, before.fit, one); before = sorted[place - 1])
    place--
  sorted.splice(place, 0, one)
}
