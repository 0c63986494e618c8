import type { Draft } from '../draft.ts'
import type { InteractionRow } from '../rows.ts'
import { minutes } from './rank.ts'

/** Nobody answered in time: from now on it ranks as if it had come earlier [QU8]. */
export function missAgreement(draft: Draft, row: InteractionRow): void {
  const { agreements } = draft.state.rules.settings
  const kept = agreements.filter(({ fromValue }) => fromValue <= row.value).sort((a, b) => b.fromValue - a.fromValue)
  const raise = kept[0]?.raise ?? 0
  draft.put('interactions', { ...row, agreementMissedAt: draft.now, rankAt: row.rankAt - minutes(raise) })
}
