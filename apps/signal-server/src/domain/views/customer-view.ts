import type { CustomerInteraction, CustomerView } from '@beckon/shared/model/customer-view'
import type { CustomerId } from '@beckon/shared/model/ids'
import { isLive } from '../routing/load.ts'
import { isServed } from '../queue/admission.ts'
import { estimatedWait } from '../queue/estimated-wait.ts'
import { position } from '../queue/position.ts'
import type { CustomerRow, InteractionRow } from '../rows.ts'
import { byName } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'
import { callView } from './call-view.ts'

/** Everything one customer sees. `customer` is the row read at sign-on, for one who has nothing open. */
export function customerView(state: SiteState, customer: CustomerRow, now: number): CustomerView {
  const row = state.customers.get(customer.id) ?? customer
  return {
    version: state.version,
    now,
    customer: { name: row.name, identified: row.externalId !== null },
    interactions: openInteractions(state, customer.id),
  }
}

function openInteractions(state: SiteState, customerId: CustomerId): CustomerInteraction[] {
  return state
    .interactionsOf(customerId)
    .filter((row) => row.status !== 'wrap-up')
    .sort((a, b) => a.enqueuedAt - b.enqueuedAt || byName(a.id, b.id))
    .flatMap((row) => interactionView(state, row))
}

function interactionView(state: SiteState, row: InteractionRow): CustomerInteraction[] {
  const { channel } = row
  // None of theirs is.
  if (channel === 'task') return []
  const agent = row.status === 'assigned' && row.ownerId ? state.agents.get(row.ownerId) : undefined
  return [
    {
      id: row.id,
      parentId: row.parentId,
      channel,
      subject: row.subject,
      reference: row.reference,
      status: agent ? 'assigned' : 'waiting',
      position: agent ? null : position(state, row),
      estimatedWait: agent ? null : estimatedWait(state, row),
      unserved: !agent && !isServed(state, state.rules.queue(row.queue), row.plan, channel),
      staffed: agent !== undefined || state.routing.lineOf(row).slots > 0,
      greeting: agent ? null : row.plan.greeting,
      enqueuedAt: row.enqueuedAt,
      agentName: agent?.name ?? null,
      agentPresence: agent ? (isLive(state, agent) ? 'here' : 'away') : null,
      conversation: row.conversationId,
      call: callView(state, row.id),
    },
  ]
}
