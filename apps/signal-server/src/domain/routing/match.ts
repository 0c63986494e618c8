import type { RoutingExplanation, RoutingReason } from '@beckon/shared/model/routing-explanation'
import { servedBefore } from '../queue/rank.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { explanationOf } from './explanation-of.ts'
import type { Fitting } from './front.ts'
import { type Asked, isParticular, type Line } from './line.ts'
import { isAtWork, type Seat } from './pool.ts'

/** Who gets it, and why, strongest first [RT6]. */
export interface Choice {
  seat: Seat
  why: RoutingReason[]
}

export interface Match extends Choice {
  interaction: InteractionRow
  explained: RoutingExplanation
}

/**
 * Matches one after another in the order of the queue, until nobody who waits can be served by anybody free. The
 * caller gives each contact away before it asks for the next; within a round nobody becomes free, so that what was
 * found hopeless stays so.
 */
export function* matches(state: SiteState, now: number): Generator<Match> {
  const hopeless = new Set<InteractionRow>()
  for (;;) {
    const open = state.routing.lines(now)
    let first: InteractionRow | undefined
    let line: Line | undefined
    for (const each of open) {
      const head = each.isWorthALook ? headOf(each, hopeless) : undefined
      if (!head) state.routing.close(each)
      else if (!first || servedBefore(head, first) < 0) {
        first = head
        line = each
      }
    }
    if (!first || !line) return
    const choice = choiceFor(state, line, first, now)
    if (choice) yield { interaction: first, ...choice, explained: explanationOf(state, line, first, choice) }
    else hopeless.add(first)
  }
}

/** The next to look at; once one plain contact is hopeless, so are all plain ones behind it. */
function headOf(
  { picked, plain, particular }: Line,
  hopeless: ReadonlySet<InteractionRow>,
): InteractionRow | undefined {
  if (picked) return undefined
  const front = plain.first()
  const head = front && hopeless.has(front) ? undefined : front
  if (particular.size === 0) return head
  for (const row of particular) {
    if (head && servedBefore(head, row) < 0) return head
    if (!hopeless.has(row)) return row
  }
  return head
}

/** Whom to offer it: the preferred agent, else the best of the free, else one who let it pass by a while ago. */
export function choiceFor(state: SiteState, line: Line, row: Asked, now: number): Choice | undefined {
  const { passedBy, preferredAgentId, preferredAs, preferredUntil } = row
  const isNew = ({ agentId }: Seat): boolean => passedBy[agentId] === undefined
  const isAgain = ({ agentId }: Seat): boolean => now >= (passedBy[agentId] ?? Number.POSITIVE_INFINITY)
  const particular = isParticular(row)
  let free = line.first('free', 2, particular ? isNew : undefined)
  const again = particular && free.length === 0
  if (again) free = line.first('free', 2, isAgain)
  const preferred = preferredAgentId === null ? undefined : state.routing.staff.seatOf(preferredAgentId, line)
  if (preferred?.standing === 'free' && (again ? isAgain : isNew)(preferred)) {
    return { seat: preferred, why: [preferredAs ?? 'same-agent'] }
  }
  // While they may yet become free and have not let it pass by, nobody else is asked [RT11].
  const mayAccept = preferred && isNew(preferred) && isAtWork(preferred)
  const [best, next] = preferredUntil !== null && mayAccept ? [] : free
  return best && { seat: best.seat, why: whyOf(line, best, next) }
}

/** How the first of the free compares with the second. */
function whyOf({ requirement }: Line, best: Fitting, next: Fitting | undefined): RoutingReason[] {
  const why: RoutingReason[] = Object.keys(requirement.ideal).length > 0 ? ['skill'] : []
  if (!next) return [...why, 'only-one']
  if (next.fit < best.fit) return why
  return [...why, next.seat.load === best.seat.load ? 'longest-idle' : 'least-load']
}
