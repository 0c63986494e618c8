import type { RoutingReason } from '@beckon/shared/model/agent-view'
import { waits } from '../defaults.ts'
import type { AgentRow, InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { capacityOf, isLive, used } from './load.ts'

interface Candidate {
  agent: AgentRow
  load: number
  lastAssignedAt: number
}
export interface Choice {
  agent: AgentRow
  why: RoutingReason[]
}

/** May this agent take this interaction now? Intent, liveness, one ring at a time, capacity, skill. */
function candidate(state: SiteState, interaction: InteractionRow, agent: AgentRow): Candidate | undefined {
  const presence = state.presenceOf(agent.id, interaction.channel)
  if (presence?.intent !== 'available' || !agent.roles.includes('agent') || !isLive(state, agent)) return undefined
  if (state.offersTo(agent.id).length > 0) return undefined
  const skill = state.subjects.get(interaction.subject)?.skill ?? null
  if (skill !== null && !agent.skills.includes(skill)) return undefined
  const capacity = capacityOf(agent, interaction.channel)
  const taken = used(state, agent.id, interaction.channel)
  if (taken >= capacity) return undefined
  return { agent, load: taken / capacity, lastAssignedAt: presence.lastAssignedAt }
}

const before = (a: Candidate, b: Candidate): number =>
  a.load - b.load || a.lastAssignedAt - b.lastAssignedAt || (a.agent.id < b.agent.id ? -1 : 1)

function reasons(best: Candidate, all: readonly Candidate[], skilled: boolean): RoutingReason[] {
  const why: RoutingReason[] = skilled ? ['skill'] : []
  if (all.length === 1) return [...why, 'only-one']
  return [...why, all.some((other) => other !== best && other.load === best.load) ? 'longest-idle' : 'least-load']
}

/**
 * Who is offered this interaction, or undefined: nobody now. The preferred agent first; then skill, least relative
 * load, longest since last assignment. Whoever let it pass by is asked again only after a while, and only when
 * nobody else can take it [RT2, RT3, RT4].
 */
export function chooseAgent(state: SiteState, interaction: InteractionRow, now: number): Choice | undefined {
  const all: Candidate[] = []
  const passed: Candidate[] = []
  for (const agent of state.agents.values()) {
    const found = candidate(state, interaction, agent)
    if (!found) continue
    const passedAt = interaction.passedBy[agent.id]
    if (passedAt === undefined) all.push(found)
    else if (now - passedAt >= waits.askAgain) passed.push(found)
  }
  const from = all.length > 0 ? all : passed
  const preferred = from.find((c) => c.agent.id === interaction.preferredAgentId)
  if (preferred) return { agent: preferred.agent, why: ['same-agent'] }
  const best = from.sort(before)[0]
  if (!best) return undefined
  const skilled = (state.subjects.get(interaction.subject)?.skill ?? null) !== null
  return { agent: best.agent, why: reasons(best, from, skilled) }
}
