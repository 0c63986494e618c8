import type { Channel } from '@beckon/shared/model/channel'
import { channels as allChannels } from '@beckon/shared/model/channel'
import type { Availability, StatusResponse } from '@beckon/shared/protocol/http'
import { knownSubject } from '../contact/known-subject.ts'
import { admit } from '../queue/admission.ts'
import { isLive, standingOf } from '../routing/load.ts'
import { lacksOf, requirementOf } from '../routing/requirement.ts'
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
    const requirement = requirementOf(state.rules, { channel, queue: queue.key, plan, relaxed: 0 })
    for (const presence of state.presences.values()) {
      const agent = state.agents.get(presence.agentId)
      if (presence.channel !== channel || presence.intent !== 'available') continue
      if (!agent || !isLive(state, agent) || lacksOf(requirement, agent).length > 0) continue
      const standing = standingOf(state, agent, presence)
      const free = standing === 'free'
      if (free) available.add(agent.id)
      if (free) channels[channel] = 'free'
      else if (channels[channel] === 'closed') channels[channel] = 'queue'
    }
  }
  const waiting = state.count('queued') + state.count('offered')
  return { channels, agentsAvailable: available.size, waiting }
}
