import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { RawCommit } from '../chat/raw-commit.ts'

/** What one contact, offered at once, writes beside the site's version. */
const tables = ['dialogues', 'data_sessions', 'interactions', 'offers', 'streams', 'commands'] as const
const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/** The rows of a contact that our server wrote, written again each time under other ids into tables alike. */
export async function rawContactCommit(client: pg.Client): Promise<RawCommit> {
  for (const table of tables)
    await client.query(`create table if not exists raw_${table} (like ${table} including indexes)`)
  const { rows } = await client.query<{ contact: Record<(typeof tables)[number], object[]> }>(
    `with i as (select * from interactions where owner_id is not null order by enqueued_at desc limit 1)
    select jsonb_build_object(
      'dialogues', (select jsonb_agg(d) from dialogues d, i where d.id = i.dialogue_id),
      'data_sessions', (select jsonb_agg(s) from data_sessions s, i where s.id = i.data_session_id),
      'interactions', (select jsonb_agg(i) from i),
      'offers', (select jsonb_agg(o) from offers o, i where o.interaction_id = i.id),
      'streams', (select jsonb_agg(s) from streams s, i where s.interaction_id = i.id),
      'commands', (select jsonb_agg(c) from commands c, i where c.reply->'value'->>'interactionId' = i.id::text)
    ) as contact`,
  )
  const contact = rows[0]?.contact
  if (!contact || tables.some((table) => contact[table].length === 0)) throw new Error('no contact was written')
  const inserts = tables.map(
    (table, n) =>
      `i${n} as (insert into raw_${table} select * from jsonb_populate_recordset(null::raw_${table}, $${n + 1}))`,
  )
  return {
    everyMs: 20,
    commit: () =>
      client.query({
        name: 'raw-contact',
        text: `with ${inserts.join(', ')} select 1`,
        values: otherIds(contact),
      }),
    end: () => client.query(`truncate ${tables.map((table) => `raw_${table}`).join(', ')}`),
  }
}

function otherIds(contact: Record<(typeof tables)[number], object[]>): string[] {
  const known = new Map<string, string>()
  const another = (id: string): string => {
    const made = known.get(id) ?? randomUUID()
    known.set(id, made)
    return made
  }
  return tables.map((table) => JSON.stringify(contact[table]).replace(uuids, another))
}
