import { ok } from '@beckon/shared/protocol/reply'
import type { Decide } from '../site-command.ts'
import type { SiteState } from '../site-state.ts'

/** Settles what is due, in order; a deadline that an earlier one overtook is found again on the next tick. */
export const tick: Decide<'clock:tick'> = (draft) => {
  const due = [...draft.state.due.until(draft.now)].sort((a, b) => a.at - b.at)
  for (const { table, row, happen } of due) if (draft.state.get(table, row.id) === row) happen(draft, row)
  return ok(null)
}

/** The earliest deadline, or null: nothing is due until something else happens. */
export function nextDue(state: SiteState, now: number): number | null {
  // Who let it pass by may be asked again: routing itself does the rest.
  const next = Math.min(
    state.due.first() ?? Number.POSITIVE_INFINITY,
    state.routing.nextAsk(now) ?? Number.POSITIVE_INFINITY,
  )
  return Number.isFinite(next) ? next : null
}
