import { type Standing, standings } from './load.ts'
import type { Seat } from './pool.ts'

/** At work on the channel, able to take a contact sooner or later. */
const working: ReadonlySet<Standing> = new Set(['free', 'ringing', 'full', 'interrupted'])

/** How many seats there are by what their agents do; kept as they change, so that nobody counts them. */
export class Headcount {
  readonly of: Record<Standing, number> = {
    free: 0,
    ringing: 0,
    full: 0,
    interrupted: 0,
    'not-responding': 0,
    unavailable: 0,
    away: 0,
  }
  size = 0
  /** Slots of those at work. */
  slots = 0

  change({ standing, slots }: Seat, by: 1 | -1): void {
    this.of[standing] += by
    this.size += by
    if (working.has(standing)) this.slots += by * slots
  }
  join(other: Headcount): void {
    for (const standing of standings) this.of[standing] += other.of[standing]
    this.size += other.size
    this.slots += other.slots
  }
}
