import { Channel } from '@beckon/shared/model/channel'
import type { AgentRow, InteractionRow } from '../src/domain/rows.ts'
import type { SiteState } from '../src/domain/site-state.ts'
import type { RowStore } from './row-store.ts'

/** What is wrong with the committed rows of a site; empty when nothing is. Written anew, not asked of the domain. */
export function brokenInvariants(store: RowStore): string[] {
  const broken: string[] = []
  const interactions = store.all('interactions')
  const pending = store.all('offers').filter((offer) => offer.status === 'pending')
  const must = (holds: boolean, what: string): void => {
    if (!holds) broken.push(what)
  }
  for (const row of interactions) {
    const live = pending.filter((offer) => offer.interactionId === row.id)
    must(
      live.length + (row.ownerId !== null && row.status !== 'closed' ? 1 : 0) <= 1,
      `[IN1] ${row.id}: one offer or owner`,
    )
    must(
      (row.status === 'offered') === (live.length === 1),
      `[IN1] ${row.id} is ${row.status} with ${live.length} offers`,
    )
    must(row.status !== 'queued' || row.ownerId === null, `[IN1] ${row.id} waits and has an owner`)
    must(row.status !== 'closed' || row.cause !== null, `[IN5] ${row.id} is closed without a cause`)
    must(
      row.status !== 'closed' || streamsOf(store, row).every((stream) => stream.closed),
      `[IN5] ${row.id}: open stream`,
    )
    must(
      endings(store, row) === (row.endedAt === null || row.task !== null ? 0 : 1),
      `[CH10] ${row.id} has ${endings(store, row)} endings`,
    )
    must(row.status !== 'wrap-up' || row.wrapUpUntil !== null, `[WU3] ${row.id}: a wrap-up without end`)
    must(
      liveCalls(store, row) === 0 || ['queued', 'offered', 'assigned'].includes(row.status),
      `[VO1] ${row.id} is ${row.status} with a live call`,
    )
  }
  for (const agent of store.all('agents')) {
    const tabs = store.all('tabs').filter((tab) => tab.agentId === agent.id && tab.closedAt === null)
    const voices = store
      .all('presences')
      .filter((row) => row.agentId === agent.id && row.channel === 'voice' && row.removedAt === null)
    for (const { deviceId } of voices.length > 0 ? tabs : []) {
      const own = voices.filter((row) => row.deviceId === deviceId)
      must(own.length === 1, `[PR24] ${agent.name} has ${own.length} voices on ${deviceId}`)
      must(own[0]?.leftAt === null, `[PR24] ${agent.name} has left ${deviceId} and is there`)
    }
    must(
      tabs.length === 0 ||
        pending.every((offer) => offer.agentId !== agent.id || offer.channel !== 'voice') ||
        voices.some(
          (row) => row.intent === 'available' && tabs.some((tab) => tab.deviceId === row.deviceId && tab.soundReady),
        ),
      `[PR25] a call rings nowhere at ${agent.name}`,
    )
    const rings = pending.filter((offer) => offer.agentId === agent.id)
    const tasks = rings.filter(({ channel }) => channel === 'task').length
    must(tasks <= 1 && rings.length - tasks <= 1, `[OF1] ${agent.name} has two ringing`)
    for (const channel of Channel.options) {
      const owned = interactions.filter(
        (row) =>
          row.ownerId === agent.id && row.channel === channel && row.status !== 'closed' && row.silence === 'short',
      )
      const ringing = pending.filter((offer) => offer.agentId === agent.id && offer.channel === channel)
      must(
        owned.length + ringing.length <= (agent.capacity[channel] ?? 0),
        `[IN4] ${agent.name} is over capacity on ${channel}`,
      )
    }
  }
  return broken
}

const streamsOf = (store: RowStore, row: InteractionRow) =>
  [...store.streams.values()].filter((stream) => stream.interactionId === row.id)

const endings = (store: RowStore, row: InteractionRow): number =>
  store.streams.get(row.conversationId)?.entries.filter((entry) => entry.body.kind === 'ended').length ?? 0

const liveCalls = (store: RowStore, row: InteractionRow): number =>
  store.all('calls').filter((call) => call.interactionId === row.id && call.state !== 'ended').length

/** What the queue, its steps so far and the subject ask for, in other words than the domain's. */
function qualifies(state: SiteState, agent: AgentRow, row: InteractionRow): boolean {
  const queue = state.rules.queue(row.queue)
  const steps = queue.steps.slice(0, row.relaxed)
  const within = (own: readonly string[], wanted: string | null): boolean =>
    own.length === 0 || wanted === null || own.includes(wanted)
  const serves = (key: string, skills: readonly (readonly [string, number])[], since: number): boolean => {
    const later = steps.slice(since)
    const { byLanguage, byRegion } = state.rules.queue(key)
    const less = later.reduce((sum, step) => sum + (step.lowerLevels ?? 0), 0)
    return (
      within(agent.queues, key) &&
      (later.some((step) => step.anyLanguage) || !byLanguage || within(agent.languages, row.plan.language)) &&
      (later.some((step) => step.anyRegion) || !byRegion || within(agent.regions, row.plan.region)) &&
      skills.every(
        ([skill, level]) =>
          later.some((step) => step.dropSkills?.includes(skill)) ||
          (agent.skills[skill] ?? 0) >= Math.max(1, level - less),
      )
    )
  }
  const own = [...Object.entries(queue.skills), ...Object.entries(row.plan.skills)]
  return (
    serves(row.queue, own, 0) ||
    steps.some(
      ({ alsoQueue }, i) =>
        alsoQueue !== undefined && serves(alsoQueue, Object.entries(state.rules.queue(alsoQueue).skills), i),
    )
  )
}

const interrupts = (state: SiteState, working: InteractionRow, asked: InteractionRow): boolean =>
  working.channel === asked.channel ||
  (state.rules.settings.interruptibleBy[working.channel]?.includes(asked.channel) ?? asked.channel !== 'task')

/** [PR16] Chosen, there, on a device that can, not in do-not-disturb and with nothing planned. */
function takesNew(state: SiteState, agent: AgentRow, channel: Channel): boolean {
  const tabs = [...state.tabs.values()].filter((tab) => tab.agentId === agent.id)
  const chosen = [...state.presences.values()].filter(
    (p) => p.agentId === agent.id && p.channel === channel && p.intent === 'available',
  )
  return (
    agent.lostAt === null &&
    agent.dndSince === null &&
    agent.nextReason === null &&
    chosen.some(({ deviceId }) => {
      const pages = channel === 'voice' ? tabs.filter((tab) => tab.deviceId === deviceId) : tabs
      return pages.some((tab) => tab.screenUp) && (channel !== 'voice' || pages.some((tab) => tab.soundReady))
    })
  )
}

/** [RT11] The preferred agent is there and somebody else must wait for them. */
export function isHeldFor(state: SiteState, row: InteractionRow, other: AgentRow): boolean {
  const preferred = state.agents.get(row.preferredAgentId ?? '')
  if (!preferred || row.preferredUntil === null || preferred.id === other.id) return false
  return (
    preferred.roles.includes('agent') && qualifies(state, preferred, row) && takesNew(state, preferred, row.channel)
  )
}

/** Whether an agent may be offered an interaction, their own ringing offer of it left out; RT1 in other words. */
export function isAble(state: SiteState, agent: AgentRow, row: InteractionRow): boolean {
  const others = [...state.offers.values()].filter((o) => o.agentId === agent.id && o.interactionId !== row.id)
  const owned = [...state.interactions.values()].filter(
    (i) => i.ownerId === agent.id && i.channel === row.channel && i.silence === 'short',
  )
  return (
    agent.roles.includes('agent') &&
    takesNew(state, agent, row.channel) &&
    qualifies(state, agent, row) &&
    others.every((offer) => (offer.channel === 'task') !== (row.channel === 'task')) &&
    owned.length < (agent.capacity[row.channel] ?? 0) &&
    [...state.interactions.values()].every((i) => i.ownerId !== agent.id || interrupts(state, i, row))
  )
}
