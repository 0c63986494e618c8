import { waits } from '../defaults.ts'
import type { Draft } from '../draft.ts'
import { ageSilence, silenceDue } from '../idle/age-silence.ts'
import { missAgreement } from '../queue/miss-agreement.ts'
import { close, closeAtOnce, finish, isInvitation } from '../interaction/end-exchange.ts'
import { passOn, release } from '../interaction/requeue.ts'
import { choose } from '../presence/choose.ts'
import { comeBack } from '../task/park.ts'
import { rings } from '../routing/load.ts'
import type { AgentRow, CallRow, InteractionRow, OfferRow, PresenceRow, Rows } from '../rows.ts'
import type { SiteState } from '../site-state.ts'

/** Tables whose rows have deadlines. */
export const dueTables = ['offers', 'agents', 'interactions', 'calls'] as const
export type DueTable = (typeof dueTables)[number]

/** One thing that happens to a row when its instant comes, unless the row has changed by then. */
export interface Deadline<T extends DueTable = DueTable> {
  at: number
  table: T
  row: Rows[T]
  happen: (draft: Draft, row: Rows[T]) => void
}

/** Every deadline of one live row: the one list from which the next is found and the due are settled. */
export function deadlinesOf<T extends DueTable>(state: SiteState, table: T, row: Rows[T]): Deadline[] {
  const found: Deadline[] = []
  const due: Due = (of, one, at, happen) => found.push(deadlineOf(of, one, at, happen))
  byTable[table](state, row, due)
  return found
}

/** When the earliest of them is: for every row of a site that starts, so that it makes nothing. */
export function earliestOf<T extends DueTable>(state: SiteState, table: T, row: Rows[T]): number {
  let earliest = Number.POSITIVE_INFINITY
  byTable[table](state, row, (_of, _one, at) => {
    if (at < earliest) earliest = at
  })
  return earliest
}

type Due = <T extends DueTable>(table: T, row: Rows[T], at: number, happen: Deadline<T>['happen']) => void
const deadlineOf = <T extends DueTable>(table: T, row: Rows[T], at: number, happen: Deadline<T>['happen']): Deadline =>
  ({ at, table, row, happen }) as unknown as Deadline

const byTable: { [T in DueTable]: (state: SiteState, row: Rows[T], due: Due) => void } = {
  offers: ofOffer,
  agents: ofLostAgent,
  interactions: ofInteraction,
  calls: ofInvitation,
}

function ofInteraction(state: SiteState, row: InteractionRow, due: Due): void {
  if (row.parkedUntil !== null) due('interactions', row, row.parkedUntil, comeBack)
  if (row.customerLostAt !== null) ofLostCustomer(row, row.customerLostAt, due)
  if (row.status === 'wrap-up' && row.wrapUpUntil !== null) {
    due('interactions', row, row.wrapUpUntil, (draft, over) => close(draft, over, null))
  }
  const silenceAt = silenceDue(state, row)
  if (silenceAt !== undefined) due('interactions', row, silenceAt, ageSilence)
  if (row.status === 'queued' || row.status === 'offered') ofWaiting(state, row, due)
}

/** Waiting widens who is asked, an agreement is missed, the agent preferred has been waited for long enough. */
function ofWaiting(state: SiteState, row: InteractionRow, due: Due): void {
  const next = state.rules.queue(row.queue).steps[row.relaxed]
  if (next) due('interactions', row, row.enqueuedAt + next.afterMs, widen)
  // What was answered was answered in time; a task that was taken and put back is not done yet.
  const isOwed = row.answeredAt === null || row.task !== null
  if (row.agreementAt !== null && row.agreementMissedAt === null && isOwed) {
    due('interactions', row, row.agreementAt, missAgreement)
  }
  if (row.preferredUntil !== null) due('interactions', row, row.preferredUntil, askOthers)
}

function widen(draft: Draft, row: InteractionRow): void {
  const { steps } = draft.state.rules.queue(row.queue)
  const relaxed = steps.filter(({ afterMs }) => row.enqueuedAt + afterMs <= draft.now).length
  draft.put('interactions', { ...row, relaxed })
}

const askOthers = (draft: Draft, row: InteractionRow): void =>
  draft.put('interactions', { ...row, preferredUntil: null })

/** A missed offer makes the media channel not-responding; one that no screen showed does not [OF2, OF6]. */
function ofOffer(_state: SiteState, row: OfferRow, due: Due): void {
  if (row.shownAt === null) {
    due('offers', row, row.madeAt + waits.offerShown, (draft, offer) =>
      passOn(draft, offer, 'rescinded', 'undelivered'),
    )
  }
  due('offers', row, row.expiresAt, (draft, offer) => {
    passOn(draft, offer, 'timed-out', null)
    for (const presence of rangOn(draft.state, offer)) {
      choose(draft, presence, 'not-responding', presence.reason, offer.interactionId)
    }
  })
}

/** Where it rang; of somebody who has just gone, where it did until then. */
function rangOn(state: SiteState, { agentId, channel }: OfferRow): PresenceRow[] {
  const chosen = state.presencesOn(agentId, channel).filter(({ intent }) => intent === 'available')
  const ringing = chosen.filter((presence) => rings(state, presence))
  return ringing.length > 0 ? ringing : chosen
}

/** A lost agent's offers move on after 5 s, calls after 30 s, chats after 60 s [PR5]. */
function ofLostAgent(state: SiteState, { id, lostAt }: AgentRow, due: Due): void {
  if (lostAt === null) return
  for (const row of state.offersTo(id)) {
    due('offers', row, lostAt + waits.lostAgentOffer, (draft, offer) => passOn(draft, offer, 'rescinded', 'agent-lost'))
  }
  for (const row of state.ownedBy(id)) {
    if (row.status !== 'assigned') continue
    const wait = wasGone(state, row, lostAt) ? waits.lostAgentOffer : waits.lostAgent[row.channel]
    due('interactions', row, lostAt + wait, (draft, owned) => {
      // The customer never asked to talk: there is nothing to put into the queue.
      if (isInvitation(draft.state, owned)) closeAtOnce(draft, owned, 'agent-lost')
      else release(draft, owned, id)
    })
  }
}

/** Given without a ring to somebody who, as is seen now, was gone by then: as an offer that nobody saw [OF11]. */
const wasGone = ({ rules }: SiteState, { queue, answeredAt }: InteractionRow, lostAt: number): boolean =>
  rules.queue(queue).answer === 'auto' && answeredAt !== null && lostAt - answeredAt <= waits.lossNoticed

/** A customer who left keeps the place for a while; one being served keeps the agent for a while [QU3]. */
function ofLostCustomer(row: InteractionRow, lostAt: number, due: Due): void {
  const { channel } = row
  if (row.status === 'wrap-up' || channel === 'task') return
  if (row.status === 'assigned') {
    due('interactions', row, lostAt + waits.lostCustomer[channel], (draft, served) =>
      finish(draft, served, 'customer-lost'),
    )
  } else {
    due('interactions', row, lostAt + waits.placeKept[channel], (draft, waiting) =>
      closeAtOnce(draft, waiting, 'abandoned'),
    )
  }
}

function ofInvitation(state: SiteState, row: CallRow, due: Due): void {
  const interaction = state.interactions.get(row.interactionId)
  if (row.state !== 'invited' || !interaction) return
  due('calls', row, row.startedAt + waits.invitation, (draft) => closeAtOnce(draft, interaction, 'abandoned'))
}
