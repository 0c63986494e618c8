import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { Line } from './line.ts'
import type { Pool } from './pool.ts'
import { requirementKey, requirementOf } from './requirement.ts'
import type { Staff } from './staff.ts'

/** What decides in which line a contact stands. */
export type Standings = Pick<InteractionRow, 'channel' | 'queue' | 'plan' | 'relaxed'>

/** The lines of a site: as many as its settings and what its agents name can tell apart. */
export class Lines {
  readonly #state: SiteState
  readonly #lines = new Map<string, Line>()
  /** Kept until there is another line or pool. */
  readonly #rivals = new Map<Line, readonly Line[]>()

  constructor(state: SiteState) {
    this.#state = state
  }

  get size(): number {
    return this.#lines.size
  }
  [Symbol.iterator](): Iterator<Line> {
    return this.#lines.values()
  }

  /** The one in which such a contact stands, or would. */
  of(contact: Standings, staff: Staff): Line {
    const { rules } = this.#state
    const key = requirementKey(rules, staff.named, contact)
    const known = this.#lines.get(key)
    if (known) return known
    const made = new Line({ ...rules.queue(contact.queue), key: contact.queue }, requirementOf(rules, contact))
    for (const pool of staff.pools) made.meet(pool)
    this.#lines.set(key, made)
    this.#rivals.clear()
    return made
  }

  meet(pool: Pool): void {
    for (const line of this.#lines.values()) line.meet(pool)
    this.#rivals.clear()
  }

  clear(): void {
    this.#lines.clear()
    this.#rivals.clear()
  }

  /** Lines whose contacts are served by some of the same agents, or wait in the same queue; this one included. */
  rivalsOf(line: Line): readonly Line[] {
    const known = this.#rivals.get(line)
    if (known) return known
    const found = new Set<Line>([line])
    for (const { pool } of line.able) for (const other of pool.lines) found.add(other.line)
    for (const other of this.#lines.values()) {
      if (other.queue === line.queue && other.requirement.channel === line.requirement.channel) found.add(other)
    }
    const rivals = [...found]
    this.#rivals.set(line, rivals)
    return rivals
  }
}
