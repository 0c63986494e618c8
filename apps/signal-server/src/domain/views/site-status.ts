import { contactChannels } from '@beckon/shared/model/channel'
import type { StatusResponse } from '@beckon/shared/protocol/http'
import { knownSubject } from '../contact/known-subject.ts'
import { admit, insteadOf, isServed } from '../queue/admission.ts'
import type { ContactFacts } from '../rules/plan-contact.ts'
import type { SiteState } from '../site-state.ts'

/** Who asks, as far as it is known, and the codes of the page's button. */
export type StatusAsker = {
  [K in 'subject' | 'segment' | 'whisper' | 'region' | 'locale' | 'position']?: ContactFacts[K] | undefined
}

/**
 * The centre before a contact: aggregates only. What is offered is found by the rule that admits or refuses the
 * contact itself, so that it follows the customer's segment and region, the hours and the load [QU13].
 */
export function siteStatus(
  state: SiteState,
  asker: StatusAsker,
  now: number,
): Omit<StatusResponse, 'title' | 'word' | 'agent'> {
  const channels: StatusResponse['channels'] = {}
  const available = new Set<string>()
  const subject = knownSubject(state, asker.subject)
  const { segment = null, whisper = null, region = null, locale = null, position = null } = asker
  const facts = { subject, segment, whisper, region, locale, position }
  let opensAt: number | null = null
  for (const channel of contactChannels) {
    const admission = admit(state, { ...facts, channel }, now)
    if (!admission.admitted) {
      opensAt ??= insteadOf(state, { ...facts, channel }, admission.queue, now).opensAt
      continue
    }
    const { queue, plan } = admission
    if (!isServed(state, queue, plan, channel)) continue
    const line = state.routing.lineOf({ channel, queue: queue.key, plan, relaxed: 0 })
    for (const { pool } of line.able) for (const { agentId } of pool.free) available.add(agentId)
    channels[channel] = line.count('free') > 0 ? 'free' : line.slots > 0 ? 'queue' : 'closed'
  }
  const none = Object.keys(channels).length === 0
  const { waitingCount: waiting } = state.routing
  return { channels, agentsAvailable: available.size, waiting, ...(none && opensAt !== null ? { opensAt } : {}) }
}
