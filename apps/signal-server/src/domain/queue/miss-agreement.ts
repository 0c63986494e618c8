import type { Draft } from '../draft.ts'
import type { InteractionRow } from '../rows.ts'
import { minutes } from './rank.ts'

/** What a task gains, in minutes, that is overdue and of no agreement. */
const overdueTask = 60

/** Nobody answered in time, or did a task: from now on it ranks as if it had come earlier [QU8, TA6]. */
export function missAgreement(draft: Draft, row: InteractionRow): void {
  const { agreements } = draft.state.rules.settings
  const kept = agreements.filter(({ fromValue }) => fromValue <= row.value).sort((a, b) => b.fromValue - a.fromValue)
  const raise = kept[0] ? kept[0].raise : row.task === null ? 0 : overdueTask
  draft.put('interactions', { ...row, agreementMissedAt: draft.now, rankAt: row.rankAt - minutes(raise) })
}
