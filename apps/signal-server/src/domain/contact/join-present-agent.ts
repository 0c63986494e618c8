import type { AgentId } from '@beckon/shared/model/ids'
import type { RoutingReason } from '@beckon/shared/model/routing-explanation'
import type { Draft } from '../draft.ts'
import { giveAtOnce } from '../offer/give-at-once.ts'
import { explanationOf } from '../routing/explanation-of.ts'
import type { Standing } from '../routing/load.ts'
import type { InteractionRow } from '../rows.ts'

/** It interrupts nobody: the agent is at work for this very customer. */
const able: ReadonlySet<Standing> = new Set(['free', 'interrupted'])

/**
 * Where the site says so, whoever serves the customer already has their next contact, too, without a ring; one who
 * cannot take it now is only preferred [RT15].
 */
export function joinPresentAgent(draft: Draft, row: InteractionRow): void {
  const { state } = draft
  if (state.rules.settings.secondContact !== 'join') return
  const agentId = presentAgent(draft, row)
  if (agentId === undefined) return
  const line = state.routing.lineOf(row)
  const seat = state.routing.staff.seatOf(agentId, line)
  if (!seat || !able.has(seat.standing)) {
    draft.put('interactions', { ...row, preferredAgentId: agentId, preferredAs: 'same-agent' })
    return
  }
  const why: RoutingReason[] = ['same-agent']
  giveAtOnce(draft, row, { seat, why, explained: explanationOf(state, line, row, { seat, why }), tabId: null })
}

/** Who serves the customer on another channel now; of several who began last. */
function presentAgent({ state }: Draft, { id, customerId }: InteractionRow): AgentId | undefined {
  const served = state.interactionsOf(customerId).filter((other) => other.id !== id && other.status === 'assigned')
  return served.toSorted((a, b) => (b.answeredAt ?? 0) - (a.answeredAt ?? 0))[0]?.ownerId ?? undefined
}
