import type { Role } from '@beckon/shared/model/agent-view'
import { channels } from '@beckon/shared/model/channel'
import type { AgentId, SiteId } from '@beckon/shared/model/ids'
import type { Skills } from '@beckon/shared/model/routing-settings'
import type pg from 'pg'
import type { AgentRow, PresenceRow } from '../domain/rows.ts'
import { hashPassword } from '../gateway/auth/password.ts'
import type { Ids } from '../runtime/ids.ts'
import { StartError } from '../runtime/start-error.ts'
import { addAgent, addUser } from '../stores/add-agent.ts'

export interface Person {
  name: string
  email: string
  roles: Role[]
  skills: Skills
}
export interface SignIn extends Person {
  password: string
  passwordHash: string
  /** False: they had one before, and it stays. */
  made: boolean
}

/** With a first password, which counts only for somebody new. */
export async function prepare(person: Person, ids: Ids): Promise<SignIn> {
  const password = Buffer.from(ids.random(12)).toString('base64url')
  return { ...person, password, passwordHash: await hashPassword(password), made: true }
}

/** They work for the site from now on; running servers learn of it. */
export async function join(
  client: pg.ClientBase,
  site: SiteId,
  signIn: SignIn,
  { ids, now }: { ids: Ids; now: number },
): Promise<void> {
  const user = await addUser(client, signIn)
  signIn.made = user.made
  const known = await client.query('select 1 from agents where site_id = $1 and user_id = $2', [site, user.id])
  if (known.rowCount !== 0) throw new StartError(`${signIn.email} works for this site already.`)
  const agent = agentRow(ids.uuid() as AgentId, user.id, signIn)
  const takes = signIn.roles.some((role) => role === 'agent' || role === 'supervisor')
  await addAgent(
    client,
    site,
    agent,
    takes ? channels.map((channel) => presenceRow(ids.uuid(), agent.id, channel, now)) : [],
    now,
  )
}

const agentRow = (id: AgentId, userId: string, { name, roles, skills }: Person): AgentRow => ({
  id,
  userId,
  name,
  roles,
  skills,
  queues: [],
  languages: [],
  regions: [],
  capacity: { chat: 4, voice: 1 },
  lostAt: null,
  disabledAt: null,
})

const presenceRow = (id: string, agentId: AgentId, channel: PresenceRow['channel'], since: number): PresenceRow => ({
  id,
  agentId,
  channel,
  intent: 'available',
  reason: null,
  since,
  lastAssignedAt: 0,
})

/** The password is told here, once. */
export const signInText = (publicUrl: string, { email, password, made }: SignIn): string =>
  made
    ? `Sign-in at ${publicUrl}/console; the password is shown only now:\n  ${email}   ${password}`
    : `Sign-in at ${publicUrl}/console:\n  ${email}   with the password they have already`
