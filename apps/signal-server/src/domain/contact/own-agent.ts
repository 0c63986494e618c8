import type { Channel } from '@beckon/shared/model/channel'
import type { AgentId, CustomerId } from '@beckon/shared/model/ids'
import type { OwnAs } from '@beckon/shared/model/routing-explanation'
import type { Queue } from '@beckon/shared/model/routing-settings'
import { noPreference, type Preference } from '../interaction/new-interaction.ts'
import { isAtWork } from '../routing/pool.ts'
import type { CustomerRow } from '../rows.ts'
import type { ContactPlan } from '../rules/plan-contact.ts'
import { byName } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'

export interface OwnAgent {
  agentId: AgentId
  as: OwnAs
}

/** Whom a customer calls their own, the strongest tie first [RT11]. Nobody known: only whom the page names. */
export function ownAgents(
  state: SiteState,
  customer: Pick<CustomerRow, 'id' | 'lastAgentId'> | undefined,
  handle: string | null,
): OwnAgent[] {
  const ties: [OwnAs, AgentId | null | undefined][] = [
    ['owner', customer && ownerOf(state, customer.id)],
    ['named', handle === null ? null : state.agentNamed(handle)?.id],
    ['last-agent', customer?.lastAgentId],
  ]
  return ties.flatMap(([as, agentId]) => (agentId && state.agents.has(agentId) ? [{ as, agentId }] : []))
}

/** Who has a contact or a task of this customer in hand, or put it off; of several who took theirs last. What is being wrapped up is over. */
function ownerOf(state: SiteState, customerId: CustomerId): AgentId | undefined {
  const open = [...state.interactionsOf(customerId), ...state.tasksOf(customerId)].flatMap((row) => {
    const agentId = row.status === 'assigned' ? row.ownerId : row.status === 'parked' ? row.preferredAgentId : null
    return agentId === null ? [] : [{ agentId, since: row.answeredAt ?? 0 }]
  })
  return open.sort((a, b) => b.since - a.since || byName(a.agentId, b.agentId))[0]?.agentId
}

/**
 * The first of them who is at work and able is asked before others, else the first, should they come. Where the queue
 * keeps nobody's customers for them, whom the page names is preferred all the same, and nobody waited for.
 */
export function preferOwn(
  state: SiteState,
  { channel, queue, plan }: { channel: Channel; queue: Queue; plan: ContactPlan },
  all: readonly OwnAgent[],
  now: number,
): Preference {
  const keptMs = queue.ownAgentMs ?? 0
  const own = queue.ownAgentMs === null ? all.filter(({ as }) => as === 'named') : all
  if (own.length === 0) return noPreference
  const contact = { channel, queue: queue.key, plan, relaxed: 0 }
  const here = own.find(({ agentId }) => {
    const seat = state.routing.seatFor(agentId, contact)
    return seat !== undefined && isAtWork(seat)
  })
  const { agentId, as } = here ?? (own[0] as OwnAgent)
  return { preferredAgentId: agentId, preferredAs: as, preferredUntil: keptMs === 0 ? null : now + keptMs }
}
