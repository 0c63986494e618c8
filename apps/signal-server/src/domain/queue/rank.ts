import type { InteractionRow } from '../rows.ts'
import { byName, compare, type Order } from '../sorted-list.ts'

export const minutes = (count: number): number => count * 60_000

/**
 * Priority is time: how long a contact has waited, plus the minutes its value is worth, plus the minutes a missed
 * agreement adds. It rises by one each minute for everybody alike, so that two contacts change places only when one of
 * them misses its agreement; their order is that of the arrivals they rank as, at any instant [QU4, QU8].
 */
export const priorityOf = ({ rankAt }: InteractionRow, now: number): number => Math.floor((now - rankAt) / 60_000)

export type Ranked = Pick<InteractionRow, 'enqueuedAt' | 'rankAt'> & { id: string }

/** Who is served first: priority, then time of arrival, then id so that every node agrees. */
export const serviceOrder: Order<Ranked> = {
  key: ({ rankAt }) => rankAt,
  tie: (a, b) => a.enqueuedAt - b.enqueuedAt || byName(a.id, b.id),
}
export const servedBefore = (a: Ranked, b: Ranked): number => compare(serviceOrder, a, b)
