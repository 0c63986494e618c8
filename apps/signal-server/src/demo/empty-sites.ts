import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

/** In the order in which rows refer to each other: who refers first goes first. `$1`: the sites. */
const statements = [
  'delete from commands where actor_id in (select id from customers where site_id = any ($1) union all select id from agents where site_id = any ($1))',
  'delete from entries where stream_id in (select id from streams where site_id = any ($1))',
  'delete from stream_words where stream_id in (select id from streams where site_id = any ($1))',
  // Files and their parts go with them.
  ...[
    'streams',
    'surveys',
    'offers',
    'calls',
    'interactions',
    'data_sessions',
    'visitor_tokens',
    'tabs',
    'dialogues',
    'customers',
    'paces',
    'settings',
    'pages',
    'contact_pages',
    'canned_replies',
    'site_choices',
    'subjects',
    'site_origins',
    'api_keys',
  ].map((table) => `delete from ${table} where site_id = any ($1)`),
]

/**
 * Everything of these sites goes, under their locks, but the people and what only grows: the audit and presence
 * timelines. Who is there stays, and is available for nothing.
 */
export async function emptySites(client: pg.ClientBase, keys: readonly string[]): Promise<SiteId[]> {
  const { rows } = await client.query<{ id: SiteId }>(
    'select id from sites where key = any ($1) order by id for update',
    [keys],
  )
  const ids = rows.map(({ id }) => id)
  // Who writes to one now finds it gone afterwards.
  await client.query('select 1 from streams where site_id = any ($1) order by id for update', [ids])
  for (const statement of statements) await client.query(statement, [ids])
  await client.query(
    'update agents set lost_at = null, dnd_since = null, next_reason = null, handle = null where site_id = any ($1)',
    [ids],
  )
  await client.query("update presences set intent = 'unavailable', reason = null where site_id = any ($1)", [ids])
  return ids
}
