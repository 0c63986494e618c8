import type { Draft } from '../draft.ts'
import { finish } from '../interaction/end-exchange.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

const ages = { short: 'freeMs', freed: 'warnMs', warned: 'closeMs' } as const

/** When the silence of a chat's customer goes a step further; undefined: it never will [SI1]. */
export function silenceDue({ rules }: SiteState, { status, silentSince, silence }: InteractionRow): number | undefined {
  if (status !== 'assigned' || silentSince === null || rules.idle === null) return undefined
  return silentSince + rules.idle[ages[silence]]
}

/** One step further, unless the stream tells of something said since: the slot is free, it is warned of, it ends. */
export function ageSilence(draft: Draft, row: InteractionRow): void {
  const { state, now, silences } = draft
  const { idle } = state.rules
  const since = silences.has(row.id) ? (silences.get(row.id) ?? now) : row.silentSince
  if (since === null || row.silentSince === null || idle === null) return
  if (talks(state, row)) breakSilence(draft, row, now)
  else if (since > row.silentSince) breakSilence(draft, row, since)
  else if (row.silence === 'short') draft.put('interactions', { ...row, silence: 'freed' })
  else if (row.silence === 'warned') finish(draft, row, 'customer-silent')
  else {
    draft.say(row.conversationId, { kind: 'idle-warned', closesAt: now + idle.closeMs - idle.warnMs })
    // However late the warning came, there is time to answer it.
    draft.put('interactions', { ...row, silence: 'warned', silentSince: now - idle.warnMs })
  }
}

/** On the phone nobody needs to write. */
const talks = (state: SiteState, { customerId }: InteractionRow): boolean =>
  state.interactionsOf(customerId).some(({ channel, status }) => channel === 'voice' && status === 'assigned')

export const breakSilence = (draft: Draft, row: InteractionRow, silentSince: number): void =>
  draft.put('interactions', { ...row, silentSince, silence: 'short' })
