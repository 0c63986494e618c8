import type pg from 'pg'

/**
 * Since when the customers of these interactions are silent: the first thing an agent said after their last word, or
 * the answer where they never said one; null: it is the agent's turn.
 */
export async function readSilences(db: pg.Pool, ids: readonly string[]): Promise<Map<string, number | null>> {
  const { rows } = await db.query<{ id: string; since: number | null }>(
    `select x.id, case when c.seq is null then x.answered_at else a.at end as since
     from interactions x
     left join lateral (
       select seq from entries where stream_id = x.conversation_id and author_kind = 'customer'
         and body->>'kind' in ('message', 'file', 'page-answered') order by seq desc limit 1
     ) c on true
     left join lateral (
       select at from entries where stream_id = x.conversation_id and author_kind = 'agent' and seq > c.seq
         and body->>'kind' in ('message', 'file', 'page-pushed') order by seq limit 1
     ) a on true
     where x.id = any ($1)`,
    [ids],
  )
  return new Map(rows.map(({ id, since }) => [id, since]))
}
