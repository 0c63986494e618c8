import type { Channel } from '@beckon/shared/model/channel'
import type { OfferId } from '@beckon/shared/model/ids'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import type { InteractionRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { capacityOf, isLive, used } from './load.ts'
import { chooseAgent, type Choice } from './choose-agent.ts'
import { servedBefore } from '../queue/rank.ts'

/** Offers what waits to who is free, in the order of the queue. Runs once after every batch of commands. */
export function route(draft: Draft): void {
  const free = freeSlots(draft)
  if (free.size === 0) return
  const waiting = draft.state.withStatus('queued').filter((row) => row.customerLostAt === null && free.has(row.channel))
  for (const interaction of waiting.sort(servedBefore)) {
    const choice = chooseAgent(draft.state, interaction, draft.now)
    if (choice) offer(draft, interaction, choice)
  }
}

/** Channels on which somebody could take one more: with a long queue and nobody free nothing else is looked at. */
function freeSlots(draft: Draft): Set<Channel> {
  const free = new Set<Channel>()
  if (draft.state.count('queued') === 0) return free
  for (const presence of draft.state.presences.values()) {
    if (presence.intent !== 'available' || free.has(presence.channel)) continue
    const agent = draft.state.agents.get(presence.agentId)
    if (!agent || !isLive(draft.state, agent)) continue
    if (used(draft.state, agent.id, presence.channel) < capacityOf(agent, presence.channel)) free.add(presence.channel)
  }
  return free
}

const ringsFor = ({ rules }: SiteState, { queue, channel }: InteractionRow): number =>
  rules.queue(queue).offerMs[channel] ?? waits.offer[channel]

function offer(draft: Draft, interaction: InteractionRow, choice: Choice): void {
  const id = draft.ids.uuid() as OfferId
  draft.put('offers', {
    id,
    interactionId: interaction.id,
    agentId: choice.agent.id,
    channel: interaction.channel,
    status: 'pending',
    madeAt: draft.now,
    expiresAt: draft.now + ringsFor(draft.state, interaction),
    shownAt: null,
    why: choice.why,
    reason: null,
    endedAt: null,
  })
  draft.put('interactions', { ...interaction, status: 'offered', offerId: id })
}
