import type { AgentId, SiteId } from '@beckon/shared/model/ids'
import { channels } from '@beckon/shared/model/channel'
import type pg from 'pg'
import type { PresenceRow } from '../domain/rows.ts'
import type { Ids } from '../runtime/ids.ts'
import { addAgent, addUser } from '../stores/add-agent.ts'
import type { DemoPerson } from './demo-people.ts'

interface Making {
  passwordHash: string
  now: number
  ids: Ids
}

/** Sign-in, agent and media channels of one person. */
export async function addDemoPerson(
  client: pg.ClientBase,
  siteId: SiteId,
  person: DemoPerson,
  { passwordHash, now, ids }: Making,
): Promise<{ id: string; name: string }> {
  const user = await addUser(client, { name: person.name, email: person.email, passwordHash })
  const id = ids.uuid() as AgentId
  const { name, roles, skills, intent } = person
  const takes = intent !== null
  const agent = {
    id,
    userId: user.id,
    name,
    roles,
    skills,
    queues: [],
    languages: [],
    regions: [],
    capacity: takes ? { chat: 4, voice: 1 } : { chat: 0, voice: 0 },
    lostAt: null,
    dndSince: null,
    nextReason: null,
    disabledAt: null,
  }
  const presences = channels.map((channel): PresenceRow => {
    const reason = intent === 'available' ? null : 'supervising'
    return {
      id: ids.uuid(),
      agentId: id,
      channel,
      intent: intent ?? 'unavailable',
      reason,
      since: now,
      lastAssignedAt: 0,
    }
  })
  await addAgent(client, siteId, agent, { presences: takes ? presences : [], now })
  return { id, name }
}
