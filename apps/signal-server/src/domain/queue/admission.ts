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
  const bars = (queue: Queue): NotAdmitted | null => objection(state, queue, plan, facts, now)
  const reason = bars(meant)
  const queue = reason === null ? placeFrom(state, meant, facts.channel, bars) : undefined
  return queue ? { admitted: true, queue, plan } : { admitted: false, reason: reason ?? 'queue-full', queue: meant }
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
  return hours && !isOpen(hours, now) ? 'out-of-hours' : null
}

/**
 * Where a newcomer waits: as long as a queue is too long the next one is asked, each once and none that would bar them;
 * the last of these that is not full, if any is [QU10].
 */
function placeFrom(
  { rules, routing }: SiteState,
  meant: Queue,
  channel: Channel,
  bars: (queue: Queue) => NotAdmitted | null,
): Queue | undefined {
  const seen = new Set<Queue>()
  let place: Queue | undefined
  for (let at: Queue | undefined = meant; at && !seen.has(at); ) {
    seen.add(at)
    const { limit, overflow }: Queue = at
    const waiting = routing.waitingIn(at.key, channel)
    if (limit === null || waiting < limit) place = at
    const next: Queue | undefined = overflow && waiting >= overflow.atLength ? rules.queue(overflow.queue) : undefined
    at = next && bars(next) === null ? next : undefined
  }
  return place
}

/** Whether anybody of the site, here or not, could ever take such a contact, however long it waits [QU12]. */
export const isServed = ({ routing }: SiteState, queue: Queue, plan: ContactPlan, channel: Channel): boolean =>
  routing
    .lineOf({ channel, queue: queue.key, plan, relaxed: queue.steps.length })
    .able.some(({ pool }) => pool.equipped > 0)

/** What a customer who was not admitted may do: come when it opens, or on another channel now. */
export function insteadOf(state: SiteState, facts: ContactFacts, queue: Queue, now: number): Instead {
  const hours = state.rules.hoursOf(queue)
  const others = contactChannels.filter((channel) => {
    const other = admit(state, { ...facts, channel }, now)
    return channel !== facts.channel && other.admitted && isServed(state, other.queue, other.plan, channel)
  })
  return { opensAt: hours && !isOpen(hours, now) ? nextOpening(hours, now) : null, channels: others }
}
