import { setTimeout as pause } from 'node:timers/promises'
import type { ChaosDatabase } from './chaos-database.ts'
import { checkHistory } from './checker/check.ts'
import { staleViews } from './converged.ts'
import { faultPoints } from '../src/commit/fault-points.ts'
import { createFaultPlan, type PlanOptions } from './fault-plan.ts'
import { type Final, readFinal } from './final.ts'
import { probe } from './probe.ts'
import { type Population, populate, type Size } from './population.ts'
import { random as seeded, type Random } from './random.ts'
import { repeatSome } from './repeat-some.ts'
import { total } from './tally.ts'
import type { TwoNodes } from './two-nodes.ts'
import { untilSoon } from './until.ts'

export interface EpisodeOptions {
  database: ChaosDatabase
  nodes: TwoNodes
  seed: number
  /** Kills at fault points; the storm ends when they have struck. */
  kills: number
  /** And not before every fault point was struck once. */
  everyPoint: boolean
  plan: PlanOptions
  sizes: readonly [Size, Size]
  /** Chance a tick (a quarter of a second) of a kill of the postmaster, and of broken connections. */
  databaseFaults: number
  /** Chance a tick of a postmaster, or a backend, that stands still for some seconds. */
  databaseStalls: number
}

export interface Episode {
  problems: string[]
  /** How long the storm blew, and how long the rest took. */
  stormMs: number
  calmMs: number
  /** What came, but late. */
  late: string[]
  histories: { history: Population['history']; final: Final }[]
}

const bounds = {
  /** After the faults: views agree, everybody is answered, everything is brought to its end, everything is read. */
  converge: 20_000,
  settle: 20_000,
  drain: 45_000,
  read: 12_000,
  storm: 120_000,
  soon: 5_000,
} as const

/** A storm, then calm: everything open is brought to its end, and what happened is checked. */
export async function runEpisode(options: EpisodeOptions): Promise<Episode> {
  const random = seeded(options.seed)
  const { database, nodes } = options
  const sites = await populate(database.db, nodes.ports, random.fork(), options.sizes)
  const problems: string[] = []
  const expectNone = (what: string, left: readonly string[]): void => {
    for (const one of left.slice(0, 5)) problems.push(`${what}: ${one}`)
  }
  const late: string[] = []
  const wait = async (what: string, missing: () => Promise<string[]> | string[], withinMs: number): Promise<void> => {
    const said = (left: string[]): void => void late.push(`${what}: ${left[0]}`)
    expectNone(what, await untilSoon(missing, withinMs, bounds.soon, said))
  }
  const begun = performance.now()
  try {
    late.push(...(await storm(options, random)))
    const stormMs = performance.now() - begun
    await nodes.calm()
    for (const site of sites) site.thaw()
    for (const { actors } of sites) for (const actor of actors) actor.rest()
    for (const site of sites) await wait('views after the storm', () => stale(database, site), bounds.converge)
    for (const site of sites) site.calm()
    await wait('not brought to an end', () => open(database, sites), bounds.drain)
    for (const { actors } of sites) for (const actor of actors) actor.rest()
    await wait('never answered', () => sites.flatMap(unanswered), bounds.settle)
    for (const site of sites) await wait('views at the end', () => stale(database, site), bounds.converge)
    for (const site of sites) expectNone('views of both nodes', await probe(nodes.ports, site))
    for (const site of sites) await repeatSome(database.db, site, random)
    const histories: Episode['histories'] = []
    for (const site of sites) {
      await wait('check', async () => checked(site, await readFinal(database.db, site.siteId)), bounds.read)
      histories.push({ history: site.history, final: await readFinal(database.db, site.siteId) })
    }
    await wait('deadline in the past', () => overdue(database, sites), bounds.converge)
    return { problems, histories, stormMs, calmMs: performance.now() - begun - stormMs, late }
  } finally {
    await Promise.all(sites.map((site) => site.close()))
  }
}

async function storm(
  { database, nodes, kills, everyPoint, plan: planned, databaseFaults, databaseStalls }: EpisodeOptions,
  random: Random,
): Promise<string[]> {
  const enough = total(nodes.tally.kills) + kills
  const left = (): number =>
    Math.max(enough - total(nodes.tally.kills), everyPoint ? faultPoints.length - nodes.tally.kills.size : 0)
  const plan = createFaultPlan(random.fork(), planned)
  const stalls: Promise<void>[] = []
  nodes.storm(() => plan.next())
  for (const deadline = performance.now() + bounds.storm; left() > 0; await pause(250)) {
    if (performance.now() > deadline) return [`${left()} kills did not strike`]
    if (random.chance(databaseStalls)) {
      nodes.tally.stalls += 1
      // The storm goes on meanwhile.
      stalls.push(database.stall(random.chance(0.5) ? 'postmaster' : 'backend', random.between(500, 3_000)))
    }
    if (!random.chance(databaseFaults)) continue
    if (random.chance(0.3)) {
      if (await database.killPostmaster()) nodes.tally.postmasterKills += 1
    } else {
      // The database may be on its way back: then there is nothing to break.
      await database.terminate(random.chance(0.5) ? 'beckon-wake-up' : 'beckon').catch(() => undefined)
    }
  }
  // There may be no database to stop; those that stopped go on.
  await Promise.allSettled(stalls)
  return []
}

const checked = ({ history }: Population, final: Final): string[] =>
  checkHistory(history, final).map(({ check, what }) => `${check}: ${what}`)

const stale = ({ db }: ChaosDatabase, { siteId, actors }: Population): Promise<string[]> =>
  staleViews(
    db,
    siteId,
    actors.flatMap((actor) => actor.pages()),
  )

const unanswered = ({ history }: Population): string[] =>
  history.sent
    .filter(({ reply, left }) => reply === undefined && !left)
    .map(({ name, id, person }) => `${name} ${id} of ${person}`)

async function open({ db }: ChaosDatabase, sites: readonly Population[]): Promise<string[]> {
  const { rows } = await db.query<{ what: string }>(
    `select id || ' is ' || status || ' on ' || channel as what from interactions where site_id = any ($1) and status <> 'closed'`,
    [sites.map(({ siteId }) => siteId)],
  )
  return rows.map((row) => row.what)
}

/** Two seconds is a sweep and its commit. */
async function overdue({ db }: ChaosDatabase, sites: readonly Population[]): Promise<string[]> {
  const { rows } = await db.query<{ what: string }>(
    `select key || ' was due at ' || next_due_at as what from sites
      where id = any ($1) and next_due_at < extract(epoch from clock_timestamp()) * 1000 - 2000`,
    [sites.map(({ siteId }) => siteId)],
  )
  return rows.map((row) => row.what)
}
