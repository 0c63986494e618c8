import { ok } from '@beckon/shared/protocol/reply'
import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { missAgreement } from '../queue/miss-agreement.ts'
import { close, closeAtOnce, finish, isInvitation } from '../interaction/end-exchange.ts'
import { passOn, release } from '../interaction/requeue.ts'
import type { AgentRow, CallRow, InteractionRow, OfferRow, Rows, Table } from '../rows.ts'
import type { Decide } from '../site-command.ts'
import type { SiteState } from '../site-state.ts'

/** One thing that happens when its instant comes, unless the row it hangs on has changed by then. */
interface Deadline {
  at: number
  stands: (state: SiteState) => boolean
  happen: (draft: Draft) => void
}

const onRow = <T extends Table>(table: T, row: Rows[T], at: number, happen: (draft: Draft) => void): Deadline => ({
  at,
  happen,
  stands: (state) => state.get(table, row.id) === row,
})

/** Settles what is due, in order; a deadline that an earlier one overtook is found again on the next tick. */
export const tick: Decide<'clock:tick'> = (draft) => {
  const due = [...deadlines(draft.state)].filter((deadline) => deadline.at <= draft.now)
  for (const deadline of due.sort((a, b) => a.at - b.at)) {
    if (deadline.stands(draft.state)) deadline.happen(draft)
  }
  return ok(null)
}

/** The earliest deadline, or null: nothing is due until something else happens. */
export function nextDue(state: SiteState, now: number): number | null {
  let next = Number.POSITIVE_INFINITY
  for (const deadline of deadlines(state)) next = Math.min(next, deadline.at)
  // Who let it pass by may be asked again: routing itself does the rest.
  for (const row of state.withStatus('queued')) {
    for (const passedAt of Object.values(row.passedBy)) {
      if (passedAt + waits.askAgain > now) next = Math.min(next, passedAt + waits.askAgain)
    }
  }
  return Number.isFinite(next) ? next : null
}

/** Every deadline of a site's live rows: the one list from which the next is found and the due are settled. */
function* deadlines(state: SiteState): Generator<Deadline> {
  for (const offer of state.offers.values()) yield* ofOffer(offer)
  for (const agent of state.lostAgents()) yield* ofLostAgent(state, agent)
  for (const row of state.withoutCustomer()) yield* ofLostCustomer(row)
  for (const row of state.withStatus('wrap-up')) {
    if (row.wrapUpUntil !== null) yield onRow('interactions', row, row.wrapUpUntil, (draft) => close(draft, row, null))
  }
  for (const status of ['queued', 'offered'] as const) {
    for (const row of state.withStatus(status)) yield* ofWaiting(state, row)
  }
  for (const call of state.calls.values()) yield* ofInvitation(state, call)
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
    if (presence) draft.put('presences', { ...presence, intent: 'not-responding', since: draft.now })
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
