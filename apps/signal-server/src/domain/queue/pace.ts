import type { Draft } from '../draft.ts'
import type { InteractionRow, PaceRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** How much the latest contact counts once there are many. */
const latest = 0.1

export function paceOf(state: SiteState, { queue, channel }: InteractionRow): PaceRow | undefined {
  for (const pace of state.paces.values()) if (pace.queue === queue && pace.channel === channel) return pace
  return undefined
}

/** A contact is done with: how long it took, talk and wrap-up, moves what is expected of the next one. */
export function keepPace(draft: Draft, row: InteractionRow): void {
  if (row.answeredAt === null) return
  const tookMs = Math.max(0, draft.now - row.answeredAt)
  const known = paceOf(draft.state, row)
  if (!known) {
    draft.put('paces', { id: draft.ids.uuid(), queue: row.queue, channel: row.channel, samples: 1, handlingMs: tookMs })
    return
  }
  const samples = known.samples + 1
  const handlingMs = known.handlingMs + (tookMs - known.handlingMs) * Math.max(latest, 1 / samples)
  draft.put('paces', { ...known, samples, handlingMs })
}
