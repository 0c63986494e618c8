import { ok, refuse } from '@beckon/shared/protocol/reply'
import type { Draft } from '../draft.ts'
import { agentIdOf } from '../interaction/own-interaction.ts'
import { isAtHand } from '../routing/load.ts'
import type { Decide } from '../site-command.ts'
import { choose } from './choose.ts'

/** What the agent will be when the work in hand is done: nothing new comes from now on [PR15]. */
export const planNext: Decide<'presence:next'> = (draft, { reason = null }, { by }) => {
  const agent = draft.state.agents.get(agentIdOf(by) ?? '')
  if (!agent) return refuse('not-found')
  if (reason !== null && !draft.state.isChoice('presence-reason', reason)) return refuse('invalid')
  if (agent.nextReason !== reason) draft.put('agents', { ...agent, nextReason: reason })
  return ok(null)
}

/** Whose work is done is unavailable as planned; looked at after every batch, before anything is offered. */
export function takeUpNext(draft: Draft): void {
  const { state } = draft
  for (const agent of state.agentsWithPlans()) {
    // A task can lie.
    const served = [...state.ownedBy(agent.id), ...state.offersTo(agent.id)].some(({ channel }) => channel !== 'task')
    if (served) continue
    draft.put('agents', { ...agent, nextReason: null })
    const left = state.presencesOf(agent.id).filter((presence) => isAtHand(state, presence))
    for (const presence of left) choose(draft, presence, 'unavailable', agent.nextReason)
  }
}
