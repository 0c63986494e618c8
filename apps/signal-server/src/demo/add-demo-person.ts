import type { AgentId, SiteId } from '@beckon/shared/model/ids'
import { mediaChannelsOf, usualCapacity } from '@beckon/shared/rules/media-channels'
import type pg from 'pg'
import { newPresence } from '../domain/presence/new-presence.ts'
import type { Ids } from '../runtime/ids.ts'
import { addAgent, addUser } from '../stores/add-agent.ts'
import type { DemoPerson } from './demo-people.ts'

interface Making {
  passwordHash: string
  now: number
  ids: Ids
}

/** Sign-in, agent and media channels of one person; whoever is there already is as on their first day. */
export async function addDemoPerson(
  client: pg.ClientBase,
  siteId: SiteId,
  person: DemoPerson,
  { passwordHash, now, ids }: Making,
): Promise<{ id: string; name: string }> {
  const user = await addUser(client, { name: person.name, email: person.email, passwordHash })
  const known = await client.query<{ id: AgentId }>('select id from agents where site_id = $1 and user_id = $2', [
    siteId,
    user.id,
  ])
  const id = known.rows[0]?.id ?? (ids.uuid() as AgentId)
  await client.query('delete from presences where agent_id = $1', [id])
  const { name, roles, skills, handle, intent } = person
  const agent = {
    id,
    userId: user.id,
    name,
    roles,
    skills,
    queues: [],
    languages: [],
    regions: [],
    capacity: usualCapacity,
    handle,
    lostAt: null,
    dndSince: null,
    nextReason: null,
    disabledAt: null,
  }
  const reason = intent === 'available' ? null : 'supervising'
  const presences = mediaChannelsOf(agent).map((channel) =>
    newPresence(ids.uuid(), id, channel, { intent, reason, since: now }),
  )
  await addAgent(client, siteId, agent, { presences, now })
  return { id, name }
}
