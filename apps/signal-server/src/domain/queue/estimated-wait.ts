import type { EstimatedWait } from '@beckon/shared/model/customer-view'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { paceOf } from './pace.ts'
import { placesBefore } from './position.ts'

/** Fewer samples say nothing. */
const leastSamples = 5

/** Expected handling time × contacts ahead ÷ slots that can take them [QU9]. */
export function estimatedWait(state: SiteState, row: InteractionRow): EstimatedWait | null {
  const pace = paceOf(state, row)
  if (!pace || pace.samples < leastSamples) return null
  const line = state.routing.lineOf(row)
  const ahead = placesBefore(state, line, row)
  const { slots } = line
  return slots === 0 ? null : inWords((pace.handlingMs * ahead) / slots / 60_000)
}

function inWords(minutes: number): EstimatedWait {
  if (minutes < 1) return { kind: 'less-than', minutes: 1 }
  if (minutes < 10) return { kind: 'about', minutes: Math.round(minutes) }
  return { kind: 'between', minutes: Math.floor(minutes * 0.8), and: Math.ceil(minutes * 1.3) }
}
