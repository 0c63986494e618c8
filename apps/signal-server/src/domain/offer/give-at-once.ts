import type { OfferId, TabId } from '@beckon/shared/model/ids'
import type { RoutingExplanation, RoutingReason } from '@beckon/shared/model/routing-explanation'
import type { Draft } from '../draft.ts'
import { take } from '../interaction/assign.ts'
import type { InteractionRow } from '../rows.ts'
import type { Seat } from '../routing/pool.ts'

export interface Gift {
  seat: Seat
  why: RoutingReason[]
  explained: RoutingExplanation
  /** The page that asked for it, where one did. */
  tabId: TabId | null
}

/** An agent has a contact without a ring; why is kept as with every offer. */
export function giveAtOnce(draft: Draft, row: InteractionRow, { seat, why, explained, tabId }: Gift): InteractionRow {
  draft.put('offers', {
    id: draft.ids.uuid() as OfferId,
    interactionId: row.id,
    agentId: seat.agentId,
    channel: row.channel,
    status: 'accepted',
    madeAt: draft.now,
    expiresAt: draft.now,
    shownAt: null,
    why,
    explained,
    reason: null,
    endedAt: draft.now,
  })
  return take(draft, row, seat.agentId, tabId)
}
