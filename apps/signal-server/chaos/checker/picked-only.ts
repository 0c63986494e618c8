import type { Final } from '../final.ts'
import type { History } from '../history.ts'
import { visibleQueue } from '../routing-rules.ts'

/** A contact of a queue that is picked from never rings: whoever has it has picked it. */
export function pickedOnly(_history: History, final: Final): string[] {
  const contacts = new Map(final.interactions.map((row) => [row.id, row]))
  return final.offers.flatMap(({ id, interactionId, why, status }) => {
    const isPicked = contacts.get(interactionId)?.queue === visibleQueue
    return isPicked && !why.includes('picked') ? [`offer ${id} (${status}) of a visible queue rang`] : []
  })
}
