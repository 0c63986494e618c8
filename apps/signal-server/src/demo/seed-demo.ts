import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import { hashPassword } from '../gateway/auth/password.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Config } from '../runtime/config.ts'
import type { Ids } from '../runtime/ids.ts'
import { addSite, fillSite } from '../stores/add-site.ts'
import { commitChange } from '../stores/change-site.ts'
import { inTransaction } from '../stores/in-transaction.ts'
import { addDemoPerson } from './add-demo-person.ts'
import { demoPassword, demoPeople } from './demo-people.ts'
import { type DemoSite, demoSites } from './demo-sites.ts'
import { emptySites } from './empty-sites.ts'
import { moveDemo } from './move-demo.ts'
import { seedPast } from './seed-past.ts'

export interface SeedDeps {
  config: Pick<Config, 'publicUrl'>
  db: pg.Pool
  clock: Pick<Clock, 'now'>
  ids: Ids
}

/** Any number will do; it keeps two servers from seeding or resetting one database at once. */
const SEED_LOCK = 7_310_442

/** Makes the demo's sites, people and past where they are not; afterwards only follows a changed address. */
export async function seedDemo({ config, db, clock, ids }: SeedDeps): Promise<void> {
  const isThere = async (client: pg.Pool | pg.ClientBase) =>
    (await client.query('select 1 from sites where key = $1', [demoSites[0]?.key])).rowCount === 1
  const passwordHash = (await isThere(db)) ? null : await hashPassword(demoPassword)
  await inTransaction(db, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [SEED_LOCK])
    if (passwordHash !== null && !(await isThere(client))) await seed(client, passwordHash, clock.now(), ids)
    await moveDemo(client, config.publicUrl)
  })
}

/**
 * The demo as on its first day, in one transaction. Whatever a node has in memory is of another life from then on: it
 * reads anew, and its pages come again [DM5].
 */
export async function resetDemo({ config, db, clock, ids }: SeedDeps): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  await inTransaction(db, async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [SEED_LOCK])
    const now = clock.now()
    const emptied = await emptySites(
      client,
      demoSites.map(({ key }) => key),
    )
    await seed(client, passwordHash, now, ids)
    await moveDemo(client, config.publicUrl)
    for (const id of emptied) {
      const who = { actorKind: 'operator' as const, actorId: null, actorName: 'demo' }
      const what = { action: 'demo:reset', target: 'site', before: null, after: null }
      await commitChange(client, id, now, { audit: [{ ...who, ...what, id: ids.uuid() }] })
    }
  })
}

async function seed(client: pg.ClientBase, passwordHash: string, now: number, ids: Ids): Promise<void> {
  const siteIds = new Map<string, SiteId>()
  for (const site of demoSites) siteIds.set(site.key, await makeSite(client, site, now, ids))
  const agents = new Map<string, { id: string; name: string }>()
  for (const person of demoPeople) {
    const siteId = siteIds.get(person.site)
    if (siteId) agents.set(person.name, await addDemoPerson(client, siteId, person, { passwordHash, now, ids }))
  }
  await seedPast(client, { siteIds, agents, now, ids })
}

/** One that has been emptied keeps its row, which nodes lock; that it was made at another instant makes it another. */
async function makeSite(client: pg.ClientBase, site: DemoSite, now: number, ids: Ids): Promise<SiteId> {
  const identitySecret = Buffer.from(ids.random(32)).toString('base64url')
  const known = await client.query<{ id: SiteId }>(
    `update sites set name = $2, accent = $3, identity_secret = $4, created_at = greatest(created_at + 1, $5),
        theme = default, file_kinds = default, file_max_bytes = default, next_due_at = null
      where key = $1 returning id`,
    [site.key, site.name, site.accent, identitySecret, now],
  )
  const id = known.rows[0]?.id ?? (ids.uuid() as SiteId)
  const made = { ...site, id, identitySecret, origins: [] }
  await (known.rows[0] ? fillSite(client, made) : addSite(client, made, now))
  return id
}
