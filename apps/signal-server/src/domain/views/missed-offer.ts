import type { MissedOffer } from '@beckon/shared/model/agent-view'
import type { AgentId } from '@beckon/shared/model/ids'
import type { InteractionRow, PresenceRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** What became of the offer this agent missed on one media channel; who has it is told, the customer is not [PR12]. */
export function missedOffer(state: SiteState, presence: PresenceRow): MissedOffer | null {
  if (presence.intent !== 'not-responding') return null
  const missed = presence.missedId && state.interactions.get(presence.missedId)
  return missed ? outcomeOf(state, missed) : { outcome: 'gone' }
}

function outcomeOf(state: SiteState, row: InteractionRow): MissedOffer {
  const offer = row.offerId === null ? undefined : state.offers.get(row.offerId)
  const holder = state.agents.get(row.ownerId ?? offer?.agentId ?? '')
  if (holder === undefined) return { outcome: 'waiting', subject: row.subject }
  return { outcome: 'passed-on', subject: row.subject, to: holder.name }
}

/** Whose view tells of this interaction as one they missed, on whatever channel it is by now. */
export const missedBy = (state: SiteState, row: InteractionRow): AgentId[] =>
  (Object.keys(row.passedBy) as AgentId[]).filter((id) =>
    state.presencesOf(id).some(({ missedId }) => missedId === row.id),
  )
