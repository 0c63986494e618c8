import type { MissedOffer } from '@beckon/shared/model/agent-view'
import type { AgentId } from '@beckon/shared/model/ids'
import { waits } from '../defaults.ts'
import type { InteractionRow, PresenceRow } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** A miss writes one instant in both rows: when the interaction was passed by, and since when nobody responds. */
const isMissOf = (presence: PresenceRow | undefined, row: InteractionRow): boolean =>
  presence?.intent === 'not-responding' &&
  presence.channel === row.channel &&
  row.passedBy[presence.agentId] === presence.since + waits.askAgain

/** What became of the offer this agent missed on one media channel; who has it is told, the customer is not [PR12]. */
export function missedOffer(state: SiteState, presence: PresenceRow): MissedOffer | null {
  if (presence.intent !== 'not-responding') return null
  for (const row of state.interactions.values()) {
    if (isMissOf(presence, row)) return outcomeOf(state, row)
  }
  return { outcome: 'gone' }
}

function outcomeOf(state: SiteState, row: InteractionRow): MissedOffer {
  const offer = row.offerId === null ? undefined : state.offers.get(row.offerId)
  const holder = state.agents.get(row.ownerId ?? offer?.agentId ?? '')
  if (holder === undefined) return { outcome: 'waiting', subject: row.subject }
  return { outcome: 'passed-on', subject: row.subject, to: holder.name }
}

/** Whose view tells of this interaction as one they missed. */
export const missedBy = (state: SiteState, row: InteractionRow): AgentId[] =>
  (Object.keys(row.passedBy) as AgentId[]).filter((id) => isMissOf(state.presenceOf(id, row.channel), row))
