import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** Who is served first: priority, then time of arrival, then id so that every node agrees. */
export const servedBefore = (a: InteractionRow, b: InteractionRow): number =>
  b.priority - a.priority || a.enqueuedAt - b.enqueuedAt || (a.id < b.id ? -1 : 1)

/** Everyone who waits on the same channel and would be served before, plus one [QU2]. */
export function position(state: SiteState, interaction: InteractionRow): number {
  let ahead = 0
  for (const status of ['queued', 'offered'] as const) {
    for (const other of state.withStatus(status)) {
      if (other.channel === interaction.channel && servedBefore(other, interaction) < 0) ahead++
    }
  }
  return ahead + 1
}
