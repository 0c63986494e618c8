import type { Channel } from '@beckon/shared/model/channel'
import type { RoutingReason } from '@beckon/shared/model/routing-explanation'
import type { NotChosen, RoutingExplanation } from '@beckon/shared/model/routing-explanation'
import type { AgentRow, InteractionRow, PresenceRow } from '../src/domain/rows.ts'
import { deadlinesOf } from '../src/domain/liveness/deadlines-of.ts'
import { servedBefore } from '../src/domain/queue/rank.ts'
import type { SiteState } from '../src/domain/site-state.ts'
import { capacityOf, isLive, type Standing, standings, used } from '../src/domain/routing/load.ts'
import { fitOf, lacksOf, type Requirement, requirementOf } from '../src/domain/routing/requirement.ts'

interface Candidate {
  agent: AgentRow
  fit: number
  load: number
  lastAssignedAt: number
}
interface Choice {
  agent: AgentRow
  why: RoutingReason[]
}

/** How an agent stands on one kind of channel: the first that holds. */
function standingOf(state: SiteState, agent: AgentRow, channel: Channel): Standing {
  if (!isLive(state, agent)) return 'away'
  const theirs = state.presencesOn(agent.id, channel).map((presence) => chosenOn(state, agent, presence))
  const chosen = standings.find((standing) => theirs.includes(standing)) ?? 'away'
  if (chosen !== 'free') return chosen
  const rings = state.offersTo(agent.id).filter((offer) => offer.channel !== 'task' || channel === 'task')
  if (rings.length > 0) return 'ringing'
  if (used(state, agent.id, channel) >= capacityOf(agent, channel)) return 'full'
  for (const { channel: working } of state.ownedBy(agent.id)) {
    if (!state.rules.mayInterrupt(working, channel)) return 'interrupted'
  }
  return 'free'
}

/** What the agent chose on one media channel, unless something covers it. */
function chosenOn(state: SiteState, agent: AgentRow, { channel, deviceId, intent }: PresenceRow): Standing {
  if (agent.dndSince !== null || agent.nextReason !== null) return 'unavailable'
  const pages = state.tabsOf(agent.id).filter((tab) => channel !== 'voice' || tab.deviceId === deviceId)
  if (pages.length === 0) return 'away'
  if (intent !== 'available') return intent
  const isReady = pages.some((tab) => tab.screenUp) && (channel !== 'voice' || pages.some((tab) => tab.soundReady))
  return isReady ? 'free' : 'device-not-ready'
}

const lastAssigned = (state: SiteState, agent: AgentRow, channel: Channel): number =>
  Math.max(...state.presencesOn(agent.id, channel).map(({ lastAssignedAt }) => lastAssignedAt))

/** May this agent take this interaction now? Intent, liveness, one ring at a time, capacity, skill. */
function candidate(
  state: SiteState,
  interaction: InteractionRow,
  requirement: Requirement,
  agent: AgentRow,
): Candidate | undefined {
  const { channel } = interaction
  if (standingOf(state, agent, channel) !== 'free' || lacksOf(requirement, agent).length > 0) return undefined
  const load = used(state, agent.id, channel) / capacityOf(agent, channel)
  return { agent, fit: fitOf(requirement, agent), load, lastAssignedAt: lastAssigned(state, agent, channel) }
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

/** While the preferred agent is there, may yet become free and has not let it pass by, nobody else is asked. */
function isHeld(state: SiteState, interaction: InteractionRow): boolean {
  const { preferredAgentId, preferredUntil, passedBy, channel } = interaction
  if (preferredAgentId === null || preferredUntil === null || passedBy[preferredAgentId] !== undefined) return false
  const agent = state.agents.get(preferredAgentId)
  if (
    !agent ||
    !state.hasChannel(preferredAgentId, channel) ||
    lacksOf(requirementOf(state.rules, interaction), agent).length > 0
  )
    return false
  return ['free', 'ringing', 'full', 'interrupted'].includes(standingOf(state, agent, channel))
}

/**
 * Who is offered this interaction, or undefined: nobody now. The preferred agent first; then skill fit, least relative
 * load, longest since last assignment. Whoever let it pass by is asked again only after a while, and only when nobody
 * else can take it [RT2, RT3, RT4].
 */
function chooseAgent(state: SiteState, interaction: InteractionRow, now: number): Choice | undefined {
  const requirement = requirementOf(state.rules, interaction)
  const all: Candidate[] = []
  const passed: Candidate[] = []
  for (const agent of state.agents.values()) {
    const found = candidate(state, interaction, requirement, agent)
    if (!found) continue
    const againAt = interaction.passedBy[agent.id]
    if (againAt === undefined) all.push(found)
    else if (now >= againAt) passed.push(found)
  }
  const from = all.length > 0 ? all : passed
  const preferred = from.find((c) => c.agent.id === interaction.preferredAgentId)
  if (preferred) return { agent: preferred.agent, why: [interaction.preferredAs ?? 'same-agent'] }
  if (isHeld(state, interaction)) return undefined
  const best = from.sort(before)[0]
  return best && { agent: best.agent, why: reasons(best, from, Object.keys(requirement.ideal).length > 0) }
}

/** The first of the queue who can be served, and by whom: what the index must say, too. */
export function firstMatch(state: SiteState, now: number): { interaction: InteractionRow; choice: Choice } | undefined {
  const waiting = [...state.interactions.values()].filter(
    ({ status, customerLostAt, queue }) =>
      status === 'queued' && customerLostAt === null && state.rules.queue(queue).answer !== 'pick',
  )
  for (const interaction of waiting.sort(servedBefore)) {
    const choice = chooseAgent(state, interaction, now)
    if (choice) return { interaction, choice }
  }
  return undefined
}

/** Why this one and nobody else, told of every agent who has the channel: what the index must say, too. */
export function plainExplanation(state: SiteState, row: InteractionRow, choice: Choice): RoutingExplanation {
  const requirement = requirementOf(state.rules, row)
  const held = row.preferredUntil !== null
  const others = [...state.agents.values()].flatMap((agent) => {
    if (!state.hasChannel(agent.id, row.channel) || agent.id === choice.agent.id) return []
    const standing = standingOf(state, agent, row.channel)
    const lacks: NotChosen[] = lacksOf(requirement, agent)
    const isAble = lacks.length === 0
    if (isAble && standing !== 'free') lacks.push(standing)
    else if (isAble) lacks.push(row.passedBy[agent.id] !== undefined ? 'passed' : held ? 'held' : 'later')
    const slots = capacityOf(agent, row.channel)
    const load = slots > 0 ? used(state, agent.id, row.channel) / slots : 1
    const far = isAble ? standings.indexOf(standing) : standings.length + lacks.length
    const fit = isAble ? fitOf(requirement, agent) : 0
    const lastAssignedAt = lastAssigned(state, agent, row.channel)
    return [{ agent, lacks, far, fit, load, lastAssignedAt, named: isAble || standing === 'free' }]
  })
  const nearest = others.filter(({ named }) => named).sort((a, b) => a.far - b.far || before(a, b))
  const told = nearest.slice(0, 3)
  const counts: RoutingExplanation['others'] = {}
  for (const other of others) {
    const [first] = other.lacks
    if (first && !told.includes(other)) counts[first] = (counts[first] ?? 0) + 1
  }
  return {
    chosen: { name: choice.agent.name, why: choice.why },
    nearest: told.map(({ agent, lacks }) => ({ name: agent.name, lacks })),
    others: counts,
  }
}

/** The earliest deadline of all rows. */
export function firstDeadline(state: SiteState): number | undefined {
  const tables = ['offers', 'agents', 'interactions', 'calls'] as const
  const instants = tables.flatMap((table) =>
    [...state[table].values()].flatMap((row) => deadlinesOf(state, table, row).map(({ at }) => at)),
  )
  return instants.length > 0 ? Math.min(...instants) : undefined
}
