import type { Line } from '../routing/line.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import type { Ranked } from './rank.ts'

/**
 * Everyone on the same channel who would be served before, plus one: of those who wait in the same queue, or for some
 * of the same agents, ringing ones included [QU2].
 */
export const position = (state: SiteState, row: InteractionRow): number =>
  placesBefore(state, state.routing.lineOf(row), row) + 1

export function placesBefore(state: SiteState, line: Line, contact: Ranked): number {
  let ahead = 0
  for (const rival of state.routing.rivalsOf(line)) ahead += rival.placesBefore(contact)
  return ahead
}
