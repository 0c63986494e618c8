import type pg from 'pg'
import { demoSites } from './demo-sites.ts'

/** The demo site is wherever this server is now: its origin may hold the widget, and its pages may be pushed. */
export async function moveDemo(client: pg.ClientBase, publicUrl: string): Promise<void> {
  for (const { key, pages, contactPages } of demoSites) {
    await client.query(
      'insert into site_origins (site_id, origin) select id, $2 from sites where key = $1 on conflict do nothing',
      [key, publicUrl],
    )
    await client.query(
      'delete from pages p using sites s where s.id = p.site_id and s.key = $1 and not starts_with(p.url, $2)',
      [key, `${publicUrl}/`],
    )
    await client.query(
      `insert into pages (site_id, url, title, position)
        select s.id, $2 || (r->>'path'), r->>'title', i
        from sites s, jsonb_array_elements($3::jsonb) with ordinality t (r, i) where s.key = $1
        on conflict do nothing`,
      [key, publicUrl, JSON.stringify(pages)],
    )
    const moved = contactPages.map(({ links, ...page }) => ({
      ...page,
      links: links.map(({ path, title }) => ({ title, url: publicUrl + path })),
    }))
    await client.query(
      `insert into contact_pages select s.id, r.*
        from sites s, jsonb_to_recordset($2::jsonb)
          as r (kind text, subject text, title text, text text, promotion text, links jsonb) where s.key = $1
        on conflict (site_id, kind, subject) do update set links = excluded.links`,
      [key, JSON.stringify(moved)],
    )
  }
}
