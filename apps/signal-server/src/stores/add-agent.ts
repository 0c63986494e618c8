import { randomUUID } from 'node:crypto'
import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { AuditRow } from '../domain/record-rows.ts'
import type { AgentRow, PresenceRow } from '../domain/rows.ts'
import { commitChange } from './change-site.ts'

/** Makes an agent with their media channels through the site's own commit, so that running servers learn of them. */
export async function addAgent(
  client: pg.ClientBase,
  siteId: SiteId,
  agent: AgentRow,
  { presences, now, audit = [] }: { presences: readonly PresenceRow[]; now: number; audit?: readonly AuditRow[] },
): Promise<void> {
  await commitChange(client, siteId, now, { audit, rows: { agents: [agent], presences } })
}

interface NewUser {
  name: string
  email: string
  /** Argon2id. */
  passwordHash: string
}

/**
 * A person who may sign in, in better-auth's own tables as its e-mail sign-up would leave them. Somebody who is known
 * by that address stays as they are, with their password.
 */
export async function addUser(client: pg.ClientBase, user: NewUser): Promise<{ id: string; made: boolean }> {
  const email = user.email.toLowerCase()
  const made = await client.query<{ id: string }>(
    `insert into auth_users (id, name, email, "emailVerified") values ($1, $2, $3, true)
      on conflict (email) do nothing returning id`,
    [randomUUID(), user.name, email],
  )
  const id = made.rows[0]?.id
  if (id === undefined) {
    const known = await client.query<{ id: string }>('select id from auth_users where email = $1', [email])
    return { id: known.rows[0]?.id ?? '', made: false }
  }
  await client.query(
    `insert into auth_accounts (id, "accountId", "providerId", "userId", password, "updatedAt")
      values ($1, $2, 'credential', $2, $3, now())`,
    [randomUUID(), id, user.passwordHash],
  )
  return { id, made: true }
}
