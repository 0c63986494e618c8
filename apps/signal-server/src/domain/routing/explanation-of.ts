import type { NotChosen, RoutingExplanation } from '@beckon/shared/model/routing-explanation'
import type { SiteState } from '../site-state.ts'
import type { Asked, Line } from './line.ts'
import { standings } from './load.ts'
import type { Choice } from './match.ts'
import type { Seat } from './pool.ts'

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
  choice: Choice | undefined,
): RoutingExplanation {
  const nearest = nearestOf(state, line, row, choice?.seat)
  const nameOf = ({ agentId }: Seat): string => state.agents.get(agentId)?.name ?? ''
  return {
    chosen: choice ? { name: nameOf(choice.seat), why: choice.why } : null,
    nearest: nearest.map(({ seat, lacks }) => ({ name: nameOf(seat), lacks })),
    others: othersOf(state, line, row, choice?.seat, nearest),
  }
}

function reasonOf({ passedBy, preferredUntil }: Asked, { agentId, standing }: Seat): NotChosen {
  if (standing !== 'free') return standing
  if (passedBy[agentId] !== undefined) return 'passed'
  return preferredUntil === null ? 'later' : 'held'
}

/** Free ones in the order of choice, then able ones by what they do, then free ones by how much they lack. */
function nearestOf({ routing }: SiteState, line: Line, row: Asked, chosen: Seat | undefined): Other[] {
  const found: Other[] = []
  const isOther = (seat: Seat): boolean => seat !== chosen
  for (const standing of standings) {
    const others = line.count(standing) - (chosen?.standing === standing ? 1 : 0)
    if (others === 0) continue
    const seats = line.first(standing, shown - found.length, isOther)
    for (const { seat } of seats) found.push({ seat, lacks: [reasonOf(row, seat)] })
    if (found.length === shown) return found
  }
  return [...found, ...routing.staff.freeWithout(line, shown - found.length)]
}

function othersOf(
  { routing }: SiteState,
  line: Line,
  row: Asked,
  chosen: Seat | undefined,
  nearest: readonly Other[],
): RoutingExplanation['others'] {
  const counts: RoutingExplanation['others'] = {}
  const count = (reason: NotChosen, by: number): void => {
    const sum = (counts[reason] ?? 0) + by
    if (sum > 0) counts[reason] = sum
    else delete counts[reason]
  }
  const free = row.preferredUntil === null ? 'later' : 'held'
  for (const standing of standings) count(standing === 'free' ? free : standing, line.count(standing))
  for (const agentId of Object.keys(row.passedBy)) {
    if (routing.staff.seatOf(agentId, line)?.standing !== 'free') continue
    count(free, -1)
    count('passed', 1)
  }
  for (const [lack, size] of routing.staff.lacking(line)) count(lack, size)
  // The chosen one and the nearest are told by name.
  if (chosen) count(reasonOf(row, chosen), -1)
  for (const { lacks } of nearest) if (lacks[0]) count(lacks[0], -1)
  return counts
}
