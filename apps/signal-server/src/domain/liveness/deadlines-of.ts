import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { missAgreement } from '../queue/miss-agreement.ts'
import { close, closeAtOnce, finish, isInvitation } from '../interaction/end-exchange.ts'
import { passOn, release } from '../interaction/requeue.ts'
import { choose } from '../presence/choose.ts'
import type { AgentRow, CallRow, InteractionRow, OfferRow, Rows, Table } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** One thing that happens when its instant comes, unless the row it hangs on has changed by then. */
export interface Deadline {
  at: number
  stands: (state: SiteState) => boolean
  happen: (draft: Draft) => void
}

const onRow = <T extends Table>(table: T, row: Rows[T], at: number, happen: (draft: Draft) => void): Deadline => ({
  at,
  happen,
  stands: (state) => state.get(table, row.id) === row,
})

/** Tables whose rows have deadlines. */
export type DueTable = 'offers' | 'agents' | 'interactions' | 'calls'

/** Every deadline of one live row: the one list from which the next is found and the due are settled. */
export function* deadlinesOf<T extends DueTable>(state: SiteState, table: T, row: Rows[T]): Generator<Deadline> {
  yield* (byTable[table] as (state: SiteState, row: Rows[T]) => Iterable<Deadline>)(state, row)
}

const byTable: { [T in DueTable]: (state: SiteState, row: Rows[T]) => Iterable<Deadline> } = {
  offers: (_state, row) => ofOffer(row),
  agents: ofLostAgent,
  interactions: ofInteraction,
  calls: ofInvitation,
}

function* ofInteraction(state: SiteState, row: InteractionRow): Generator<Deadline> {
  yield* ofLostCustomer(row)
  if (row.status === 'wrap-up' && row.wrapUpUntil !== null) {
    yield onRow('interactions', row, row.wrapUpUntil, (draft) => close(draft, row, null))
  }
  if (row.status === 'queued' || row.status === 'offered') yield* ofWaiting(state, row)
}

/** Waiting widens who is asked, an agreement is missed, the agent preferred has been waited for long enough. */
function* ofWaiting(state: SiteState, row: InteractionRow): Generator<Deadline> {
  const { steps } = state.rules.queue(row.queue)
  const next = steps[row.relaxed]
  if (next) {
    yield onRow('interactions', row, row.enqueuedAt + next.afterMs, (draft) => {
      const relaxed = steps.filter(({ afterMs }) => row.enqueuedAt + afterMs <= draft.now).length
      draft.put('interactions', { ...row, relaxed })
    })
  }
  if (row.agreementAt !== null && row.agreementMissedAt === null && row.answeredAt === null) {
    yield onRow('interactions', row, row.agreementAt, (draft) => missAgreement(draft, row))
  }
  if (row.preferredUntil !== null) {
    yield onRow('interactions', row, row.preferredUntil, (draft) =>
      draft.put('interactions', { ...row, preferredUntil: null }),
    )
  }
}

/** A missed offer makes the media channel not-responding; one that no screen showed does not [OF2, OF6]. */
function* ofOffer(offer: OfferRow): Generator<Deadline> {
  if (offer.shownAt === null) {
    yield onRow('offers', offer, offer.madeAt + waits.offerShown, (draft) =>
      passOn(draft, offer, 'rescinded', 'undelivered'),
    )
  }
  yield onRow('offers', offer, offer.expiresAt, (draft) => {
    passOn(draft, offer, 'timed-out', null)
    const presence = draft.state.presenceOf(offer.agentId, offer.channel)
    if (presence) choose(draft, presence, 'not-responding', presence.reason)
  })
}

/** A lost agent's offers move on after 5 s, calls after 30 s, chats after 60 s [PR5]. */
function* ofLostAgent(state: SiteState, agent: AgentRow): Generator<Deadline> {
  const lostAt = agent.lostAt
  if (lostAt === null) return
  for (const offer of state.offersTo(agent.id)) {
    yield onRow('offers', offer, lostAt + waits.lostAgentOffer, (draft) =>
      passOn(draft, offer, 'rescinded', 'agent-lost'),
    )
  }
  for (const row of state.ownedBy(agent.id)) {
    if (row.status !== 'assigned') continue
    yield onRow('interactions', row, lostAt + waits.lostAgent[row.channel], (draft) => {
      // The customer never asked to talk: there is nothing to put into the queue.
      if (isInvitation(draft.state, row)) closeAtOnce(draft, row, 'agent-lost')
      else release(draft, row, agent.id)
    })
  }
}

/** A customer who left keeps the place for a while; one being served keeps the agent for a while [QU3]. */
function* ofLostCustomer(row: InteractionRow): Generator<Deadline> {
  if (row.customerLostAt === null || row.status === 'wrap-up') return
  if (row.status === 'assigned') {
    yield onRow('interactions', row, row.customerLostAt + waits.lostCustomer[row.channel], (draft) =>
      finish(draft, row, 'customer-lost'),
    )
  } else {
    yield onRow('interactions', row, row.customerLostAt + waits.placeKept[row.channel], (draft) =>
      closeAtOnce(draft, row, 'abandoned'),
    )
  }
}

function* ofInvitation(state: SiteState, call: CallRow): Generator<Deadline> {
  const interaction = state.interactions.get(call.interactionId)
  if (call.state !== 'invited' || !interaction) return
  yield onRow('calls', call, call.startedAt + waits.invitation, (draft) => closeAtOnce(draft, interaction, 'abandoned'))
}
