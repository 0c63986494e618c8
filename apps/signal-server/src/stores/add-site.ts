import type { RoutingSettings } from '@beckon/shared/model/routing-settings'
import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

export interface NewSite {
  id: SiteId
  key: string
  name: string
  accent: string | null
  identitySecret: string
  origins: readonly string[]
  /** The first one is the default. */
  subjects: readonly { key: string; name: string; skill: string | null }[]
  dispositions: readonly { key: string; name: string }[]
  declineReasons: readonly { key: string; name: string }[]
  presenceReasons: readonly { key: string; name: string }[]
  cannedReplies: readonly { key: string; text: string }[]
  /** Absent: one queue, always open. */
  routing?: RoutingSettings
}

/** A new site, with what its people choose from. */
export async function addSite(client: pg.ClientBase, site: NewSite, now: number): Promise<void> {
  await client.query(
    'insert into sites (id, key, name, accent, identity_secret, created_at) values ($1, $2, $3, $4, $5, $6)',
    [site.id, site.key, site.name, site.accent, site.identitySecret, now],
  )
  await fillSite(client, site)
}

/** What people of an empty site choose from, and how it routes. */
export async function fillSite(client: pg.ClientBase, site: NewSite): Promise<void> {
  await addOrigins(client, site.id, site.origins)
  await client.query(
    `insert into subjects (site_id, key, name, skill, is_default)
      select $1, r->>'key', r->>'name', r->>'skill', i = 1 from jsonb_array_elements($2::jsonb) with ordinality t (r, i)`,
    [site.id, JSON.stringify(site.subjects)],
  )
  if (site.routing) {
    await client.query('insert into settings (id, site_id, version, routing) values ($1, $1, 0, $2)', [
      site.id,
      JSON.stringify(site.routing),
    ])
  }
  await addChoices(client, site.id, 'disposition', site.dispositions)
  await addChoices(client, site.id, 'decline-reason', site.declineReasons)
  await addChoices(client, site.id, 'presence-reason', site.presenceReasons)
  await client.query(
    `insert into canned_replies (site_id, key, text) select $1, r->>'key', r->>'text' from jsonb_array_elements($2::jsonb) r`,
    [site.id, JSON.stringify(site.cannedReplies)],
  )
}

export async function addOrigins(
  db: pg.ClientBase | pg.Pool,
  siteId: SiteId,
  origins: readonly string[],
): Promise<void> {
  await db.query('insert into site_origins (site_id, origin) select $1, unnest($2::text[]) on conflict do nothing', [
    siteId,
    origins,
  ])
}

async function addChoices(
  client: pg.ClientBase,
  siteId: SiteId,
  kind: string,
  choices: NewSite['dispositions'],
): Promise<void> {
  await client.query(
    `insert into site_choices (site_id, kind, key, name, position)
      select $1, $2, r->>'key', r->>'name', i from jsonb_array_elements($3::jsonb) with ordinality t (r, i)`,
    [siteId, kind, JSON.stringify(choices)],
  )
}
