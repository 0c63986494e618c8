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
  for (const standing of standings) {
    if (line.count(standing) === 0) continue
    // One more than are shown: the chosen one may be among them.
    for (const { seat } of line.first(standing, shown - found.length + 1)) {
      if (seat === chosen) continue
      found.push({ seat, lacks: [reasonOf(row, seat)] })
      if (found.length === shown) return found
    }
  }
  found.push(...routing.staff.pools.freeWithout(line, shown - found.length))
  return found
}

/** How many there are of each reason besides those who are told by name. */
function othersOf(
  { routing }: SiteState,
  line: Line,
  row: Asked,
  chosen: Seat | undefined,
  nearest: readonly Other[],
): RoutingExplanation['others'] {
  const counts: RoutingExplanation['others'] = {}
  const chosenFor = chosen && reasonOf(row, chosen)
  const count = (reason: NotChosen, all: number): void => {
    let others = all
    if (chosenFor === reason) others--
    for (const { lacks } of nearest) if (lacks[0] === reason) others--
    if (others > 0) counts[reason] = others
  }
  const passed = passedAndFree(routing, line, row)
  for (const standing of standings) {
    if (standing !== 'free') count(standing, line.count(standing))
    else count(row.preferredUntil === null ? 'later' : 'held', line.count('free') - passed)
  }
  count('passed', passed)
  for (const [lack, size] of routing.staff.pools.lacking(line)) count(lack, size)
  return counts
}

/** How many let it pass by and could take it now. */
function passedAndFree({ staff }: SiteState['routing'], line: Line, { passedBy }: Asked): number {
  let count = 0
  for (const agentId in passedBy) if (staff.seatOf(agentId, line)?.standing === 'free') count++
  return count
}
