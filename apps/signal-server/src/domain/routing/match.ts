import type { RoutingReason } from '@beckon/shared/model/agent-view'
import type { RoutingExplanation } from '@beckon/shared/model/routing-explanation'
import { waits } from '../defaults.ts'
import { servedBefore } from '../queue/rank.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { explanationOf } from './explanation-of.ts'
import { type Asked, isParticular, type Line } from './line.ts'
import type { Pool, Seat } from './pool.ts'

export interface Match {
  interaction: InteractionRow
  seat: Seat
  why: RoutingReason[]
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
    for (const [each, pools] of open) {
      const head = pools !== null && allTaken(pools) ? undefined : headOf(each, hopeless)
      if (!head) state.routing.close(each)
      else if (!first || servedBefore(head, first) < 0) {
        first = head
        line = each
      }
    }
    if (!first || !line) return
    const seat = seatFor(state, line, first, now)
    if (seat) {
      const why = whyOf(line, first, seat, now)
      yield { interaction: first, seat, why, explained: explanationOf(state, line, first, { seat, why }) }
    } else hopeless.add(first)
  }
}

/** A line is looked at because somebody became free; when they are taken again, nothing has changed for it. */
function allTaken(pools: ReadonlySet<Pool>): boolean {
  for (const { free } of pools) if (free.size > 0) return false
  return true
}

/** The next to look at; once one plain contact is hopeless, so are all plain ones behind it. */
function headOf({ plain, particular }: Line, hopeless: ReadonlySet<InteractionRow>): InteractionRow | undefined {
  const front = plain.first()
  const head = front && hopeless.has(front) ? undefined : front
  for (const row of particular) {
    if (head && servedBefore(head, row) < 0) return head
    if (!hopeless.has(row)) return row
  }
  return head
}

/** Whom to offer it: the preferred agent, else the best of the free, else one who let it pass by a while ago. */
export function seatFor(state: SiteState, line: Line, row: Asked, now: number): Seat | undefined {
  const { passedBy, preferredAgentId, preferredUntil } = row
  const particular = isParticular(row)
  const fresh = particular ? line.best((seat) => passedBy[seat.agentId] === undefined) : line.best()
  const allowed = (seat: Seat): boolean => {
    const passedAt = passedBy[seat.agentId]
    return fresh ? passedAt === undefined : passedAt !== undefined && now - passedAt >= waits.askAgain
  }
  const preferred = preferredAgentId === null ? undefined : state.routing.seatOf(preferredAgentId, line)
  if (preferred?.standing === 'free' && allowed(preferred)) return preferred
  const mayAccept = preferred && passedBy[preferred.agentId] === undefined && isThere(preferred)
  if (preferredUntil !== null && mayAccept) return undefined
  return fresh ?? (particular ? line.best(allowed) : undefined)
}

/** While the preferred agent is there, may yet become free and has not let it pass by, nobody else is asked [RT11]. */
const isThere = ({ standing }: Seat): boolean => ['free', 'ringing', 'full', 'interrupted'].includes(standing)

/** Why this agent, strongest first [RT6]. */
export function whyOf({ able, requirement }: Line, row: Asked, seat: Seat, now: number): RoutingReason[] {
  if (seat.agentId === row.preferredAgentId) return ['same-agent']
  const why: RoutingReason[] = Object.keys(requirement.ideal).length > 0 ? ['skill'] : []
  const again = row.passedBy[seat.agentId] !== undefined
  const counts = ({ agentId }: Seat): boolean => {
    const passedAt = row.passedBy[agentId]
    return again ? passedAt !== undefined && now - passedAt >= waits.askAgain : passedAt === undefined
  }
  let fit: number | undefined
  let others = 0
  let alike = 0
  let equal = 0
  for (const { pool, fit: here } of able) {
    if (pool.free.size === 0) continue
    for (const other of firstTwo(pool.free, counts)) {
      fit ??= here
      if (other === seat) continue
      others++
      if (here !== fit) continue
      alike++
      if (other.load === seat.load) equal++
    }
    if (equal > 0 || (others > 0 && here !== fit)) break
  }
  if (others === 0) return [...why, 'only-one']
  if (alike === 0) return why
  return [...why, equal > 0 ? 'longest-idle' : 'least-load']
}

/** Of each pool two are enough to know how the first compares. */
function firstTwo(seats: Iterable<Seat>, counts: (seat: Seat) => boolean): Seat[] {
  const two: Seat[] = []
  for (const seat of seats) {
    if (counts(seat)) two.push(seat)
    if (two.length === 2) break
  }
  return two
}
