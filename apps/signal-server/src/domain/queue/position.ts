import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/**
 * Everyone on the same channel who would be served before, plus one: of those who wait in the same queue, or for some
 * of the same agents, ringing ones included [QU2].
 */
export function position(state: SiteState, interaction: InteractionRow): number {
  const line = state.routing.lineOf(interaction)
  let ahead = 0
  for (const rival of state.routing.rivalsOf(line)) ahead += rival.places.countBefore(interaction)
  return ahead + 1
}
