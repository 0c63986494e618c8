import { randomUUID } from 'node:crypto'
import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import type { AgentRow, PresenceRow } from '../domain/rows.ts'
import { toColumns } from './row-names.ts'

/** No node of ours: every node takes the rows in as somebody else's. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Makes an agent with their media channels through the site's own commit, so that running servers learn of them. */
export async function addAgent(
  client: pg.ClientBase,
  siteId: SiteId,
  agent: AgentRow,
  presences: readonly PresenceRow[],
  now: number,
): Promise<void> {
  const { rows } = await client.query<{ version: number; next_due_at: number | null }>(
    'select version, next_due_at from sites where id = $1 for update',
    [siteId],
  )
  const site = rows[0]
  if (!site) throw new Error('no such site')
  const written = { agents: [toColumns(agent)], ...(presences.length > 0 && { presences: presences.map(toColumns) }) }
  await client.query(`select commit_site($1, $2, $3, $4, $5, $6, '[]', '[]', '{}', '[]')`, [
    siteId,
    site.version,
    now,
    NOBODY,
    site.next_due_at,
    JSON.stringify(written),
  ])
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
