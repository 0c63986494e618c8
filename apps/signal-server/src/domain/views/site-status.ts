import type { Channel } from '@beckon/shared/model/channel'
import { channels as allChannels } from '@beckon/shared/model/channel'
import type { Availability, StatusResponse } from '@beckon/shared/protocol/http'
import { knownSubject } from '../contact/known-subject.ts'
import { admit } from '../queue/admission.ts'
import type { SiteState } from '../site-state.ts'

/** The centre as anybody may see it before a contact: aggregates only. */
export function siteStatus(
  state: SiteState,
  subject: string | undefined,
  now: number,
): Omit<StatusResponse, 'title' | 'word'> {
  const channels: Record<Channel, Availability> = { chat: 'closed', voice: 'closed' }
  const available = new Set<string>()
  for (const channel of allChannels) {
    const visitor = { segment: null, whisper: null, region: null, position: null, locale: null }
    const admission = admit(state, { ...visitor, channel, subject: knownSubject(state, subject) }, now)
    if (!admission.admitted) continue
    const { queue, plan } = admission
    const line = state.routing.lineOf({ channel, queue: queue.key, plan, relaxed: 0 })
    for (const { pool } of line.able) for (const { agentId } of pool.free) available.add(agentId)
    if (line.slots > 0) channels[channel] = line.count('free') > 0 ? 'free' : 'queue'
  }
  return { channels, agentsAvailable: available.size, waiting: state.routing.waitingCount }
}
