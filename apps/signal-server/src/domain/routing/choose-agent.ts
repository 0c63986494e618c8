import type { RoutingReason } from '@beckon/shared/model/agent-view'
import { waits } from '../defaults.ts'
import type { AgentRow, InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { capacityOf, standingOf, used } from './load.ts'
import { fitOf, lacksOf, type Requirement, requirementOf } from './requirement.ts'

interface Candidate {
  agent: AgentRow
  fit: number
  load: number
  lastAssignedAt: number
}
export interface Choice {
  agent: AgentRow
  why: RoutingReason[]
}

/** May this agent take this interaction now? Intent, liveness, one ring at a time, capacity, skill. */
function candidate(
  state: SiteState,
  interaction: InteractionRow,
  requirement: Requirement,
  agent: AgentRow,
): Candidate | undefined {
  const presence = state.presenceOf(agent.id, interaction.channel)
  if (!presence || standingOf(state, agent, presence) !== 'free' || lacksOf(requirement, agent).length > 0)
    return undefined
  const load = used(state, agent.id, interaction.channel) / capacityOf(agent, interaction.channel)
  return { agent, fit: fitOf(requirement, agent), load, lastAssignedAt: presence.lastAssignedAt }
}

const before = (a: Candidate, b: Candidate): number =>
  b.fit - a.fit || a.load - b.load || a.lastAssignedAt - b.lastAssignedAt || (a.agent.id < b.agent.id ? -1 : 1)

function reasons(best: Candidate, all: readonly Candidate[], skilled: boolean): RoutingReason[] {
  const why: RoutingReason[] = skilled ? ['skill'] : []
  if (all.length === 1) return [...why, 'only-one']
  const equal = all.filter((other) => other.fit === best.fit)
  if (equal.length === 1) return why
  return [...why, equal.some((other) => other !== best && other.load === best.load) ? 'longest-idle' : 'least-load']
}

/** While the preferred agent is there and may yet become free, nobody else is asked. */
export function isHeld(state: SiteState, { preferredAgentId, preferredUntil, channel }: InteractionRow): boolean {
  if (preferredAgentId === null || preferredUntil === null) return false
  const agent = state.agents.get(preferredAgentId)
  const presence = state.presenceOf(preferredAgentId, channel)
  if (!agent || !presence) return false
  return ['free', 'ringing', 'full', 'interrupted'].includes(standingOf(state, agent, presence))
}

/**
 * Who is offered this interaction, or undefined: nobody now. The preferred agent first; then skill fit, least relative
 * load, longest since last assignment. Whoever let it pass by is asked again only after a while, and only when nobody
 * else can take it [RT2, RT3, RT4].
 */
export function chooseAgent(state: SiteState, interaction: InteractionRow, now: number): Choice | undefined {
  const requirement = requirementOf(state.rules, interaction)
  const all: Candidate[] = []
  const passed: Candidate[] = []
  for (const agent of state.agents.values()) {
    const found = candidate(state, interaction, requirement, agent)
    if (!found) continue
    const passedAt = interaction.passedBy[agent.id]
    if (passedAt === undefined) all.push(found)
    else if (now - passedAt >= waits.askAgain) passed.push(found)
  }
  const from = all.length > 0 ? all : passed
  const preferred = from.find((c) => c.agent.id === interaction.preferredAgentId)
  if (preferred) return { agent: preferred.agent, why: ['same-agent'] }
  if (isHeld(state, interaction)) return undefined
  const best = from.sort(before)[0]
  return best && { agent: best.agent, why: reasons(best, from, Object.keys(requirement.ideal).length > 0) }
}
