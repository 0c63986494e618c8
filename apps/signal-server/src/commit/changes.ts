import type { Rows, Table } from '../domain/rows.ts'
import type { SiteState } from '../domain/site-state.ts'
import { audience } from '../domain/views/audience.ts'

/** A row as it was and as it is. */
export interface Change {
  table: Table
  before: Rows[Table] | undefined
  after: Rows[Table]
}

/** Everyone whose view may have changed. */
export function seersOf(state: SiteState, changes: readonly Change[]): Set<string> {
  const seers = new Set<string>()
  for (const { table, before, after } of changes) {
    if (before) for (const person of audience(state, table, before)) seers.add(person)
    for (const person of audience(state, table, after)) seers.add(person)
  }
  return seers
}

/** Ended interactions take their customers and sessions out of memory with them. */
export function releaseEnded(state: SiteState, changes: readonly Change[]): void {
  for (const { table, after } of changes) {
    if (table !== 'interactions') continue
    const interaction = after as Rows['interactions']
    if (interaction.status === 'closed') state.release(interaction)
  }
}
