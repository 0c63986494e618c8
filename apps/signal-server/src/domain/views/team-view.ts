import { OverallPresence } from '@beckon/shared/model/presence'
import type { TeamMember } from '@beckon/shared/protocol/rest/presence'
import { byName } from '../sorted-list.ts'
import type { SiteState } from '../site-state.ts'
import { isLive } from '../routing/load.ts'
import { channelsOf, overallOf } from './agent-view.ts'

/** From who could take a contact to who is not there. */
const order = Object.fromEntries(OverallPresence.options.map((overall, at) => [overall, at])) as Record<
  OverallPresence,
  number
>

/** Everybody who serves customers: what they are and how much they have, and nothing of whom they serve [PR20]. */
export const teamView = (state: SiteState): TeamMember[] =>
  [...state.agents.values()]
    .flatMap((agent): TeamMember[] => {
      const channels = channelsOf(state, agent)
      if (channels.length === 0) return []
      const { id, name, nextReason } = agent
      const told = channels.map(
        ({ id: channelId, channel, nickname, presence, reason, since, used, capacity, deviceReady }) => ({
          id: channelId,
          channel,
          nickname,
          presence,
          reason,
          since,
          used,
          capacity,
          deviceReady,
        }),
      )
      return [{ id, name, overall: overallOf(agent, isLive(state, agent), channels), nextReason, channels: told }]
    })
    .sort((a, b) => order[a.overall] - order[b.overall] || byName(a.name, b.name) || byName(a.id, b.id))
