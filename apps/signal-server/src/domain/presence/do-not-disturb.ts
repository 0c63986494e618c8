import { ok, refuse } from '@beckon/shared/protocol/reply'
import { agentIdOf } from '../interaction/own-interaction.ts'
import type { Decide } from '../site-command.ts'
import { noteChange, takeBack } from './choose.ts'

/** Covers every channel and takes back what rings; the choices below are untouched, and hold again when it is off [PR14]. */
export const setDoNotDisturb: Decide<'dnd:set'> = (draft, { on }, { by }) => {
  const agent = draft.state.agents.get(agentIdOf(by) ?? '')
  if (!agent) return refuse('not-found')
  if ((agent.dndSince !== null) === on) return ok(null)
  draft.put('agents', { ...agent, dndSince: on ? draft.now : null })
  const [was, became] = on ? (['online', 'dnd'] as const) : (['dnd', 'online'] as const)
  noteChange(draft, { agentId: agent.id, channel: null, was, became, reason: null })
  if (on) takeBack(draft, agent.id)
  return ok(null)
}
