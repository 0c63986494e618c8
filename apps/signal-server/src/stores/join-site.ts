import type { Role } from '@beckon/shared/model/agent-view'
import type { AgentId, MediaChannelId, SiteId } from '@beckon/shared/model/ids'
import { mediaChannelsOf, usualCapacity } from '@beckon/shared/rules/media-channels'
import type pg from 'pg'
import type { Ids } from '../domain/draft.ts'
import type { AuditRow } from '../domain/record-rows.ts'
import type { AgentRow, PresenceRow } from '../domain/rows.ts'
import { addAgent, addUser } from './add-agent.ts'

export interface Joining extends Partial<Pick<AgentRow, 'queues' | 'languages' | 'regions' | 'handle'>> {
  name: string
  email: string
  roles: Role[]
  skills: AgentRow['skills']
  /** What is absent is the usual. */
  capacity: AgentRow['capacity']
  /** Counts only for somebody new. */
  passwordHash: string
}

export interface Joined {
  agent: AgentRow
  /** False: they had a sign-in before, and it stays. */
  made: boolean
}

/** Somebody works for the site from now on, and running servers learn of it; undefined: they do so already. */
export async function joinSite(
  client: pg.ClientBase,
  site: SiteId,
  person: Joining,
  { ids, now, audit }: { ids: Ids; now: number; audit: Pick<AuditRow, 'actorKind' | 'actorId' | 'actorName'> },
): Promise<Joined | undefined> {
  const user = await addUser(client, person)
  const known = await client.query('select 1 from agents where site_id = $1 and user_id = $2', [site, user.id])
  if (known.rowCount !== 0) return undefined
  const { name, roles, skills } = person
  const capacity = { ...usualCapacity, ...person.capacity }
  const id = ids.uuid() as AgentId
  const { queues = [], languages = [], regions = [], handle = null } = person
  const after = { name, roles, skills, queues, languages, regions, capacity, handle }
  const agent: AgentRow = {
    ...after,
    id,
    userId: user.id,
    lostAt: null,
    dndSince: null,
    nextReason: null,
    disabledAt: null,
  }
  await addAgent(client, site, agent, {
    now,
    presences: mediaChannelsOf({ roles, capacity }).map((channel) => presenceRow(ids.uuid(), id, channel, now)),
    audit: [{ ...audit, id: ids.uuid(), action: 'agent:add', target: `agents/${id}`, before: null, after }],
  })
  return { agent, made: user.made }
}

const presenceRow = (id: string, agentId: AgentId, channel: PresenceRow['channel'], since: number): PresenceRow => ({
  id: id as MediaChannelId,
  agentId,
  channel,
  deviceId: null,
  nickname: null,
  intent: 'available',
  reason: null,
  since,
  missedId: null,
  lastAssignedAt: 0,
  leftAt: null,
  removedAt: null,
})
