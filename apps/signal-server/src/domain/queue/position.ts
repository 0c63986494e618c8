import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { servedBefore } from './rank.ts'

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
