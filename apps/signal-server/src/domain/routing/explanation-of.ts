import type { RoutingReason } from '@beckon/shared/model/agent-view'
import type { NotChosen, RoutingExplanation } from '@beckon/shared/model/routing-explanation'
import type { SiteState } from '../site-state.ts'
import type { Asked, Line } from './line.ts'
import type { Standing } from './load.ts'
import { type Seat, seatOrder } from './pool.ts'

/** From the nearest to being chosen to the farthest. */
const standings: readonly Standing[] = [
  'free',
  'ringing',
  'full',
  'interrupted',
  'not-responding',
  'unavailable',
  'away',
]
const shown = 3

interface Other {
  seat: Seat
  lacks: NotChosen[]
}

/** Why this one, and why nobody else; asks the index only, so that it may go with every offer [RT13]. */
export function explanationOf(
  state: SiteState,
  line: Line,
  row: Asked,
  choice: { seat: Seat; why: RoutingReason[] } | undefined,
): RoutingExplanation {
  const nearest = nearestOf(line, row, choice?.seat)
  const nameOf = ({ agentId }: Seat): string => state.agents.get(agentId)?.name ?? ''
  return {
    chosen: choice ? { name: nameOf(choice.seat), why: choice.why } : null,
    nearest: nearest.map(({ seat, lacks }) => ({ name: nameOf(seat), lacks })),
    others: othersOf(line, state.routing.staffing, choice?.seat, nearest),
  }
}

function reasonOf({ passedBy, preferredAgentId, preferredUntil }: Asked, { agentId, standing }: Seat): NotChosen {
  if (standing !== 'free') return standing
  if (passedBy[agentId] !== undefined) return 'passed'
  return preferredUntil !== null && preferredAgentId !== agentId ? 'held' : 'later'
}

/** Free ones in the order of choice, then able ones by what they do, then free ones by how much they lack. */
function nearestOf(line: Line, row: Asked, chosen: Seat | undefined): Other[] {
  const found: Other[] = []
  for (const standing of standings) {
    const here: { seat: Seat; fit: number }[] = []
    for (const { pool, fit } of line.able) {
      const seats = pool.seats(standing)
      if (seats.size > 0) for (const seat of few(seats, chosen)) here.push({ seat, fit })
    }
    here.sort((a, b) => b.fit - a.fit || seatOrder(a.seat, b.seat))
    for (const { seat } of here.slice(0, shown - found.length)) found.push({ seat, lacks: [reasonOf(row, seat)] })
    if (found.length === shown) return found
  }
  const lacking = line.unable.flatMap(({ pool, lacks }) =>
    few(pool.free, chosen).map((seat): Other => ({ seat, lacks })),
  )
  lacking.sort((a, b) => a.lacks.length - b.lacks.length || seatOrder(a.seat, b.seat))
  return [...found, ...lacking.slice(0, shown - found.length)]
}

function few(seats: Iterable<Seat>, but: Seat | undefined): Seat[] {
  const first: Seat[] = []
  for (const seat of seats) {
    if (seat !== but) first.push(seat)
    if (first.length === shown) break
  }
  return first
}

function othersOf(
  line: Line,
  staffing: number,
  chosen: Seat | undefined,
  nearest: readonly Other[],
): RoutingExplanation['others'] {
  const counts: Partial<Record<NotChosen, number>> = {}
  const count = (reason: NotChosen, by: number): void => {
    const sum = (counts[reason] ?? 0) + by
    if (sum > 0) counts[reason] = sum
    else delete counts[reason]
  }
  for (const { pool } of line.able) {
    for (const standing of standings) {
      const { size } = pool.seats(standing)
      if (size > 0) count(standing === 'free' ? 'later' : standing, size)
    }
  }
  for (const [lack, size] of line.lacking(staffing)) count(lack, size)
  // The chosen one and the nearest are told by name; free ones were all counted as `later`.
  if (chosen) count('later', -1)
  for (const { lacks } of nearest) {
    const [first] = lacks
    if (first) count(first === 'passed' || first === 'held' ? 'later' : first, -1)
  }
  return counts
}
