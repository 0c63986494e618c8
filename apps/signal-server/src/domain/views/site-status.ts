import type { Channel } from '@beckon/shared/model/channel'
import type { Availability, StatusResponse } from '@beckon/shared/protocol/http'
import { knownSubject } from '../contact/known-subject.ts'
import { capacityOf, isLive, used } from '../routing/load.ts'
import type { SiteState } from '../site-state.ts'

/** The centre as anybody may see it before a contact: aggregates only. */
export function siteStatus(state: SiteState, subject: string | undefined): Omit<StatusResponse, 'title' | 'word'> {
  const skill = state.subjects.get(knownSubject(state, subject))?.skill ?? null
  const channels: Record<Channel, Availability> = { chat: 'closed', voice: 'closed' }
  const available = new Set<string>()
  for (const presence of state.presences.values()) {
    const agent = state.agents.get(presence.agentId)
    if (!agent || presence.intent !== 'available' || !isLive(state, agent) || !agent.roles.includes('agent')) continue
    if (skill !== null && !agent.skills.includes(skill)) continue
    const free = used(state, agent.id, presence.channel) < capacityOf(agent, presence.channel)
    if (free) available.add(agent.id)
    if (free) channels[presence.channel] = 'free'
    else if (channels[presence.channel] === 'closed') channels[presence.channel] = 'queue'
  }
  const waiting = state.count('queued') + state.count('offered')
  return { channels, agentsAvailable: available.size, waiting }
}
