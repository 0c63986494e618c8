import type { Channel } from '@beckon/shared/model/channel'
import { contactChannels } from '@beckon/shared/model/channel'
import type { Queue } from '@beckon/shared/model/routing-settings'
import type { Instead, NotAdmitted } from '@beckon/shared/protocol/reply'
import { isOpen, nextOpening } from '../hours/opening-hours.ts'
import { type ContactFacts, type ContactPlan, planContact } from '../rules/plan-contact.ts'
import type { SiteState } from '../site-state.ts'

export type Admission =
  | { admitted: true; queue: Queue; plan: ContactPlan }
  | { admitted: false; reason: NotAdmitted; queue: Queue }

/** Whether a contact may queue at all, decided before anything rings [QU7]. */
export function admit(state: SiteState, facts: ContactFacts, now: number): Admission {
  const { queue: meant, plan } = planContact(state, facts)
  const queue = overflowOf(state, meant, facts.channel)
  const reason = objection(state, queue, plan, facts, now)
  return reason === null ? { admitted: true, queue, plan } : { admitted: false, reason, queue }
}

function objection(
  state: SiteState,
  queue: Queue,
  { region }: ContactPlan,
  { channel, segment }: ContactFacts,
  now: number,
): NotAdmitted | null {
  const hours = state.rules.hoursOf(queue)
  if (!queue.channels.includes(channel)) return 'not-offered'
  if (queue.segments.length > 0 && (segment === null || !queue.segments.includes(segment))) return 'not-offered'
  if (queue.regions.length > 0 && (region === null || !queue.regions.includes(region))) return 'not-offered'
  if (hours && !isOpen(hours, now)) return 'out-of-hours'
  if (queue.limit !== null && state.routing.waitingIn(queue.key, channel) >= queue.limit) return 'queue-full'
  return null
}

/** Whether anybody of the site, here or not, could ever take such a contact, however long it waits [QU12]. */
export const isServed = ({ routing }: SiteState, queue: Queue, plan: ContactPlan, channel: Channel): boolean =>
  routing
    .lineOf({ channel, queue: queue.key, plan, relaxed: queue.steps.length })
    .able.some(({ pool }) => pool.equipped > 0)

/** Where a newcomer waits: as long as a queue is too long the next one is asked, each once. */
function overflowOf(state: SiteState, queue: Queue, channel: Channel): Queue {
  const seen = new Set<Queue>()
  let at = queue
  while (at.overflow && !seen.has(at) && state.routing.waitingIn(at.key, channel) >= at.overflow.atLength) {
    seen.add(at)
    const next = state.rules.queue(at.overflow.queue)
    if (!next.channels.includes(channel)) break
    at = next
  }
  return at
}

/** What a customer who was not admitted may do: come when it opens, or on another channel now. */
export function insteadOf(state: SiteState, facts: ContactFacts, queue: Queue, now: number): Instead {
  const hours = state.rules.hoursOf(queue)
  const others = contactChannels.filter(
    (channel) => channel !== facts.channel && admit(state, { ...facts, channel }, now).admitted,
  )
  return { opensAt: hours && !isOpen(hours, now) ? nextOpening(hours, now) : null, channels: others }
}
