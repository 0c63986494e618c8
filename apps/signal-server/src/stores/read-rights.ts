import type { Role } from '@beckon/shared/model/agent-view'
import type pg from 'pg'

/** What holds now for those asked about, in their order; null: the proof is no longer good. */
export interface RightsAsked {
  sessions: readonly { sessionId: string; agentId: string }[]
  /** Hex. */
  tokenHashes: readonly string[]
}
export interface RightsFound {
  /** Present roles. */
  sessions: readonly (Role[] | null)[]
  /** Whom the token leads to now. */
  tokens: readonly (string | null)[]
}

interface Line {
  kind: 'session' | 'token'
  i: number
  roles: Role[] | null
  customer_id: string | null
}

/** One query however many are asked about. `now`: epoch milliseconds. */
export async function readRights(db: pg.Pool, asked: RightsAsked, now: number): Promise<RightsFound> {
  const { rows } = await db.query<Line>({
    name: 'rights',
    text: `select 'session' as kind, p.i, a.roles, null::uuid as customer_id
      from unnest($1::text[], $2::uuid[]) with ordinality as p (session_id, agent_id, i)
      join auth_sessions s on s.id = p.session_id and s."expiresAt" > to_timestamp($4::bigint / 1000.0)
      join agents a on a.id = p.agent_id and a.user_id = s."userId" and a.disabled_at is null
      union all
      select 'token', p.i, null, coalesce(c.merged_into, c.id)
      from unnest($3::text[]) with ordinality as p (hash, i)
      join visitor_tokens t on t.hash = decode(p.hash, 'hex') and t.revoked_at is null and t.expires_at > $4
      join customers c on c.id = t.customer_id`,
    values: [asked.sessions.map((s) => s.sessionId), asked.sessions.map((s) => s.agentId), asked.tokenHashes, now],
  })
  const sessions: (Role[] | null)[] = asked.sessions.map(() => null)
  const tokens: (string | null)[] = asked.tokenHashes.map(() => null)
  for (const line of rows) {
    if (line.kind === 'session') sessions[line.i - 1] = line.roles
    else tokens[line.i - 1] = line.customer_id
  }
  return { sessions, tokens }
}
