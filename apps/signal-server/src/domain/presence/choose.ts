import type { PresenceIntent } from '@beckon/shared/model/presence'
import type { AgentId, InteractionId } from '@beckon/shared/model/ids'
import type { MediaKind } from '@beckon/shared/model/channel'
import type { Draft } from '../draft.ts'
import { passOn } from '../interaction/requeue.ts'
import { rings } from '../routing/load.ts'
import type { TimelineState } from '../record-rows.ts'
import type { PresenceRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** Another intent or reason on one media channel; unavailable takes back what rings there and nowhere else [PR2, PR8]. */
export function choose(
  draft: Draft,
  presence: PresenceRow,
  intent: PresenceIntent,
  reason: string | null,
  missedId: InteractionId | null = null,
): void {
  if (presence.intent === intent && presence.reason === reason) return
  const { agentId, channel, nickname } = presence
  const since = presence.intent === intent ? presence.since : draft.now
  draft.put('presences', { ...presence, intent, reason, since, missedId })
  noteChange(draft, { agentId, channel, nickname, was: presence.intent, became: intent, reason })
  if (intent === 'unavailable' && !ringsOn(draft.state, agentId, channel)) takeBack(draft, agentId, channel)
}

/** Whether what rings on a kind of channel rings anywhere at this agent's. */
export const ringsOn = (state: SiteState, agentId: AgentId, channel: MediaKind): boolean =>
  state.presencesOn(agentId, channel).some((presence) => rings(state, presence))

/** What rings at an agent moves on: on one channel, or on all. */
export function takeBack(draft: Draft, agentId: AgentId, channel?: MediaKind): void {
  for (const offer of draft.state.offersTo(agentId)) {
    if (channel === undefined || offer.channel === channel) passOn(draft, offer, 'rescinded', 'unavailable')
  }
}

/** One step of the agent's timeline, written with what caused it [PR19]. */
export function noteChange(
  draft: Draft,
  step: {
    agentId: AgentId
    channel: MediaKind | null
    nickname?: string | null
    was: TimelineState
    became: TimelineState
    reason: string | null
  },
): void {
  draft.presenceChanges.push({ nickname: null, ...step, id: draft.ids.uuid() })
}
