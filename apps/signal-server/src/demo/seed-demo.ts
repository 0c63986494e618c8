import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import { hashPassword } from '../gateway/auth/password.ts'
import type { Clock } from '../runtime/clock.ts'
import type { Config } from '../runtime/config.ts'
import type { Ids } from '../runtime/ids.ts'
import { addSite } from '../stores/add-site.ts'
import { inTransaction } from '../stores/in-transaction.ts'
import { addDemoPerson } from './add-demo-person.ts'
import { demoPassword, demoPeople } from './demo-people.ts'
import { demoSites } from './demo-sites.ts'
import { moveDemo } from './move-demo.ts'
import { seedPast } from './seed-past.ts'

export interface SeedDeps {
  config: Pick<Config, 'publicUrl'>
  db: pg.Pool
  clock: Pick<Clock, 'now'>
  ids: Ids
}

/** Any number will do; it keeps two servers from seeding one database at once. */
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

async function seed(client: pg.ClientBase, passwordHash: string, now: number, ids: Ids): Promise<void> {
  const siteIds = new Map<string, SiteId>()
  for (const site of demoSites) {
    const id = ids.uuid() as SiteId
    siteIds.set(site.key, id)
    const identitySecret = Buffer.from(ids.random(32)).toString('base64url')
    await addSite(client, { ...site, id, identitySecret, origins: [] }, now)
  }
  const agents = new Map<string, { id: string; name: string }>()
  for (const person of demoPeople) {
    const siteId = siteIds.get(person.site)
    if (siteId) agents.set(person.name, await addDemoPerson(client, siteId, person, { passwordHash, now, ids }))
  }
  await seedPast(client, { siteIds, agents, now, ids })
}
