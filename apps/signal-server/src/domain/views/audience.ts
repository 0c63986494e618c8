import type { AgentId, CustomerId, InteractionId } from '@beckon/shared/model/ids'
import type { InteractionRow, Rows, Table } from '../rows.ts'
import type { SiteState } from '../site-state.ts'
import { missedBy } from './missed-offer.ts'

/** Who may see something else because a row changed; called with the row before and after. */
export function* audience<T extends Table>(state: SiteState, table: T, row: Rows[T]): Generator<AgentId | CustomerId> {
  yield* seers[table](state, row)
}

type Seers = { [T in Table]: (state: SiteState, row: Rows[T]) => Iterable<AgentId | CustomerId> }

const seers: Seers = {
  settings: (state) => state.agents.keys() as Iterable<AgentId>,
  paces: () => [],
  interactions: (state, row) => ofInteraction(state, row),
  offers: (state, row) => [row.agentId, ...ofInteractionId(state, row.interactionId)],
  calls: (state, row) => ofInteractionId(state, row.interactionId),
  presences: (_state, row) => [row.agentId],
  agents: (state, row) => ofAgent(state, row.id),
  tabs: (state, row) => (row.agentId ? ofAgent(state, row.agentId) : ofCustomer(state, row.customerId)),
  customers: (state, row) => ofCustomer(state, row.id),
  dataSessions: (state, row) => ofCustomer(state, row.customerId),
  dialogues: () => [],
}

function* ofAgent(state: SiteState, id: AgentId): Generator<AgentId | CustomerId> {
  yield id
  for (const { customerId } of state.ownedBy(id)) if (customerId !== null) yield customerId
}

function* ofInteraction(state: SiteState, row: InteractionRow): Generator<AgentId | CustomerId> {
  if (row.status === 'queued' && state.rules.queue(row.queue).answer === 'pick') yield* pickersOf(state, row)
  if (row.customerId !== null) yield row.customerId
  if (row.status === 'parked' && row.preferredAgentId !== null) yield row.preferredAgentId
  if (row.ownerId) yield row.ownerId
  const offer = row.offerId && state.offers.get(row.offerId)
  if (offer) yield offer.agentId
  yield* missedBy(state, row)
  for (const other of state.interactionsOf(row.customerId)) {
    if (other.id === row.id) continue
    if (other.ownerId !== null) yield other.ownerId
    const ringing = other.offerId === null ? undefined : state.offers.get(other.offerId)
    if (ringing) yield ringing.agentId
  }
}

/** Everybody in whose list a waiting contact stands. */
function* pickersOf({ routing }: SiteState, row: InteractionRow): Generator<AgentId> {
  const line = routing.lineOf(row)
  if (line.picked) for (const { pool } of line.able) for (const { agentId } of pool.seats) yield agentId
}

function ofInteractionId(state: SiteState, id: InteractionId): Iterable<AgentId | CustomerId> {
  const row = state.interactions.get(id)
  return row ? ofInteraction(state, row) : []
}

function* ofCustomer(state: SiteState, id: CustomerId | null): Generator<AgentId | CustomerId> {
  if (id === null) return
  yield id
  for (const row of state.interactionsOf(id)) yield* ofInteraction(state, row)
}
