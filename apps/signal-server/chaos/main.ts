import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { bundleNode } from './bundle-node.ts'
import { startChaosDatabase } from './chaos-database.ts'
import { runEpisode } from './episode.ts'
import type { FaultAction } from './faults.ts'
import { addCounts, missingCounts, newCounts, summary } from './counts.ts'
import { total } from './tally.ts'
import { startTwoNodes } from './two-nodes.ts'

// npm run chaos -- --kills 1000 --seed 7 --minutes 60

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: { kills: { type: 'string' }, seed: { type: 'string' }, minutes: { type: 'string' } },
})
const kills = Number(values.kills ?? 1_000)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const minutes = Number(values.minutes ?? 120)
/** Kills of one storm; then everything is brought to its end and checked. */
const stormKills = 25
/** A run goes on after a problem, so that one of a kind does not hide another. */
const mostProblems = 20
const sizes = [
  { agents: 4, customers: 8 },
  { agents: 1, customers: 2 },
] as const

const before: readonly FaultAction[] = ['delay', 'cut', 'lose', 'lose', 'lose', 'stop', 'clock', 'leave']

/** Most storms kill as fast as nodes start; in every fourth a node lives longer and more is under way when it dies. */
const weather = (storm: number) => ({
  databaseFaults: 0.03,
  everyPoint: false,
  databaseStalls: 0.01,
  plan: { deafness: 0.15, farthest: storm % 4 === 3 ? 25 : 10, before },
})

console.info(`Seed ${seed}: ${kills} kills, at most ${minutes} minutes.`)
const started = performance.now()
const database = await startChaosDatabase()
const nodes = await startTwoNodes(await bundleNode('short', database.folder), database.url)
const counts = newCounts()
const problems: string[] = []
const seconds = (ms: number): string => `${(ms / 1_000).toFixed(0)} s`
const longestCloseMs = 20_000
const passed = (): number => (performance.now() - started) / 60_000

let stopped = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopped = true
    console.info('Stopping after this storm.')
  })
}

try {
  for (
    let storm = 0;
    total(nodes.tally.kills) < kills && passed() < minutes && problems.length < mostProblems && !stopped;
    storm++
  ) {
    const left = kills - total(nodes.tally.kills)
    const options = { seed: seed + storm, kills: Math.min(stormKills, left), sizes, ...weather(storm) }
    const episode = await Promise.race([runEpisode({ database, nodes, ...options }), database.lost])
    addCounts(counts, episode.histories)
    for (const late of episode.late) console.info(`  late: ${late.slice(0, 300)}`)
    problems.push(...episode.problems, ...nodes.tally.crashes.splice(0), ...nodes.tally.bugs.splice(0))
    const so = `${total(nodes.tally.kills)} of ${kills} kills, ${counts.acknowledged} commands acknowledged`
    console.info(
      `storm ${storm + 1} (seed ${options.seed}), ${passed().toFixed(1)} min: ${so}, ${problems.length} problems; storm ${seconds(episode.stormMs)}, calm ${seconds(episode.calmMs)}`,
    )
  }
} catch (error) {
  problems.push(`given up: ${error instanceof Error ? error.message : String(error)}`)
}
// A database that is gone keeps nobody waiting.
await Promise.race([nodes.close().then(() => database.close()), pause(longestCloseMs)])
problems.push(...missingCounts(counts, nodes.tally))
console.info(summary(counts, nodes.tally, seed, passed()))
for (const problem of problems) console.error(`✗ ${problem}`)
process.exit(problems.length === 0 ? 0 : 1)
