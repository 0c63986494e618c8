import { compare } from '../sorted-list.ts'
import { type Seat, seatOrder } from './pool.ts'

export interface Fitting {
  seat: Seat
  fit: number
}

/** Best fit first, then the order of seats. */
const fittingOrder = (a: Fitting, b: Fitting): number => b.fit - a.fit || compare(seatOrder, a.seat, b.seat)

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
    const one = { seat, fit }
    if (!isAll && (!last || fittingOrder(one, last) > 0)) return
    putInOrder(this.#known, one)
    if (this.#known.length > Front.most) this.#known.pop()
  }

  remove(seat: Seat): void {
    this.size--
    for (let n = 0; n < this.#known.length; n++) {
      if (this.#known[n]?.seat !== seat) continue
      this.#known.splice(n, 1)
      return
    }
  }

  /** At least the first `count`, where there are so many; `find` is asked for the first of all when too few are known. */
  first(count: number, find: () => Fitting[]): readonly Fitting[] {
    if (this.#known.length < Math.min(count, this.size)) this.#known = find()
    return this.#known
  }
}

export function putInOrder(sorted: Fitting[], one: Fitting): void {
  let place = sorted.length
  for (let before = sorted[place - 1]; before && fittingOrder(one, before) < 0; before = sorted[place - 1]) place--
  sorted.splice(place, 0, one)
}
