import { ok, refuse } from '@beckon/shared/protocol/reply'
import { closeAtOnce, finish } from '../interaction/end-exchange.ts'
import type { CallRow } from '../rows.ts'
import type { Decide } from '../site-command.ts'
import { liveHolder } from './live-holder.ts'
import { ownCall } from './own-call.ts'

const tabColumn = { agent: 'agentTabId', customer: 'customerTabId' } as const

/**
 * This tab holds the sound from now on. A live tab of the same person keeps it unless `takeOver`; one that is gone
 * does not. What the holder before it signalled is void, even before the call began: the epoch rises [VO3].
 */
export const joinCall: Decide<'call:join'> = (draft, { callId, takeOver }, { by, tabId }) => {
  const own = ownCall(draft.state, callId, by)
  if (!own || tabId === null) return refuse('not-found')
  const { call, interaction, side } = own
  const column = tabColumn[side]
  const person = side === 'agent' ? interaction.ownerId : interaction.customerId
  const holder = call[column]
  if (holder === tabId) return ok({ epoch: call.epoch })
  if (liveHolder(draft.state, holder, person) !== null && takeOver !== true) return refuse('call-elsewhere')
  if (call.state === 'invited' && side === 'agent') {
    draft.put('calls', { ...call, agentTabId: tabId })
    return ok({ epoch: call.epoch })
  }
  const joined: CallRow = { ...call, [column]: tabId }
  const both = joined.agentTabId !== null && joined.customerTabId !== null
  const epoch = holder === null ? call.epoch : call.epoch + 1
  draft.put('calls', { ...joined, epoch, state: both ? 'connecting' : 'joining' })
  return ok({ epoch })
}

/** The customer does not want to talk now. */
export const declineCall: Decide<'call:decline'> = (draft, { callId }, { by }) => {
  const own = ownCall(draft.state, callId, by)
  if (!own) return refuse('not-found')
  if (own.call.state !== 'invited') return refuse('conflict')
  closeAtOnce(draft, own.interaction, 'invitation-declined')
  return ok(null)
}

/** One end hears the other; the first time is the start of the talk. */
export const connectCall: Decide<'call:connected'> = (draft, { callId, epoch }, { by, tabId }) => {
  const own = ownCall(draft.state, callId, by)
  if (!own) return refuse('not-found')
  const { call, interaction, side } = own
  if (call[tabColumn[side]] !== tabId) return refuse('call-elsewhere')
  if (epoch !== call.epoch || call.state !== 'connecting') return ok(null)
  if (call.connectedAt === null) draft.say(interaction.conversationId, { kind: 'call-started' })
  draft.put('calls', { ...call, state: 'talking', connectedAt: call.connectedAt ?? draft.now })
  return ok(null)
}

/** The peers of an epoch failed: both ends make new ones. Said twice, or late, it changes nothing [VO4]. */
export const restartCall: Decide<'call:restart'> = (draft, { callId, epoch }, { by, tabId }) => {
  const own = ownCall(draft.state, callId, by)
  if (!own) return refuse('not-found')
  const { call, side } = own
  if (call[tabColumn[side]] !== tabId) return refuse('call-elsewhere')
  if (epoch !== call.epoch || (call.state !== 'connecting' && call.state !== 'talking'))
    return ok({ epoch: call.epoch })
  draft.put('calls', { ...call, epoch: epoch + 1, state: 'connecting' })
  return ok({ epoch: epoch + 1 })
}

/** Either end hangs up; a customer still in line leaves it. */
export const hangUp: Decide<'call:hang-up'> = (draft, { callId }, { by }) => {
  const own = ownCall(draft.state, callId, by)
  if (!own) return refuse('not-found')
  if (own.interaction.status !== 'assigned') {
    closeAtOnce(draft, own.interaction, 'abandoned')
    return ok(null)
  }
  const cause = own.side === 'agent' ? 'ended-by-agent' : 'ended-by-customer'
  finish(draft, own.interaction, cause)
  return ok(null)
}
