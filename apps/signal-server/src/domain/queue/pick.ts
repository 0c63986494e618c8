import type { RoutingReason } from '@beckon/shared/model/routing-explanation'
import { ok, refuse } from '@beckon/shared/protocol/reply'
import { agentIdOf } from '../interaction/own-interaction.ts'
import { giveAtOnce } from '../offer/give-at-once.ts'
import { explanationOf } from '../routing/explanation-of.ts'
import type { Decide } from '../site-command.ts'

/**
 * The first to pick a contact of a visible queue has it; who comes later is told who was first [QU11]. Who put a task
 * off may take it again before its time [TA5].
 */
export const pickContact: Decide<'queue:pick'> = (draft, { interactionId }, { by, tabId }) => {
  const { state } = draft
  const row = state.interactions.get(interactionId)
  const line = row && state.routing.lineOf(row)
  const agentId = agentIdOf(by) ?? ''
  const isPutOff = row?.status === 'parked' && row.preferredAgentId === agentId
  const seat = line && (line.picked || isPutOff) ? state.routing.staff.seatOf(agentId, line) : undefined
  if (!row || !line || !seat) return refuse('not-found')
  const owner = state.agents.get(row.ownerId ?? '')
  if (owner) return { ok: false, error: { code: 'taken', by: owner.name } }
  if (!isPutOff && (row.status !== 'queued' || row.customerLostAt !== null)) return refuse('not-found')
  // Whoever takes a task by choice is interrupted by nobody.
  const may = seat.standing === 'free' || (row.channel === 'task' && seat.standing === 'interrupted')
  if (!may) return refuse('not-free')
  const why: RoutingReason[] = ['picked']
  const explained = explanationOf(state, line, row, { seat, why })
  const { id, fence } = giveAtOnce(draft, { ...row, parkedUntil: null }, { seat, why, explained, tabId })
  return ok({ interactionId: id, fence })
}
