import { channels } from '@beckon/shared/model/channel'
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
    must(endings(store, row) === (row.endedAt === null ? 0 : 1), `[CH10] ${row.id} has ${endings(store, row)} endings`)
    must(row.status !== 'wrap-up' || row.wrapUpUntil !== null, `[WU3] ${row.id}: a wrap-up without end`)
    must(liveCalls(store, row) === 0 || row.status === 'assigned', `[VO1] ${row.id} is ${row.status} with a live call`)
  }
  for (const agent of store.all('agents')) {
    must(pending.filter((offer) => offer.agentId === agent.id).length <= 1, `[OF1] ${agent.name} has two ringing`)
    for (const channel of channels) {
      const owned = interactions.filter(
        (row) => row.ownerId === agent.id && row.channel === channel && row.status !== 'closed',
      )
      const ringing = pending.filter((offer) => offer.agentId === agent.id && offer.channel === channel)
      must(
        owned.length + ringing.length <= agent.capacity[channel],
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

/** Whether an agent may be offered an interaction, their own ringing offer of it left out; RT1 in other words. */
export function isAble(state: SiteState, agent: AgentRow, row: InteractionRow): boolean {
  const skill = state.subjects.get(row.subject)?.skill ?? null
  const others = [...state.offers.values()].filter((o) => o.agentId === agent.id && o.interactionId !== row.id)
  const owned = [...state.interactions.values()].filter((i) => i.ownerId === agent.id && i.channel === row.channel)
  const intent = [...state.presences.values()].find((p) => p.agentId === agent.id && p.channel === row.channel)?.intent
  return (
    agent.roles.includes('agent') &&
    intent === 'available' &&
    agent.lostAt === null &&
    [...state.tabs.values()].some((tab) => tab.agentId === agent.id) &&
    (skill === null || agent.skills.includes(skill)) &&
    others.length === 0 &&
    owned.length < agent.capacity[row.channel]
  )
}
