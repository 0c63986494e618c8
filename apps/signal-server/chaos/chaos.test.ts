import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultPoints } from '../src/commit/fault-points.ts'
import { bundleNode } from './bundle-node.ts'
import { type ChaosDatabase, startChaosDatabase } from './chaos-database.ts'
import { addCounts, newCounts } from './counts.ts'
import { runEpisode } from './episode.ts'
import { total } from './tally.ts'
import { startTwoNodes, type TwoNodes } from './two-nodes.ts'

/** A short storm of `npm run chaos`; its seed is printed and may be set. */
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 2 ** 31)
const kills = 12

let database: ChaosDatabase
let nodes: TwoNodes

beforeAll(async () => {
  database = await startChaosDatabase()
  nodes = await startTwoNodes(await bundleNode('short', database.folder), database.url)
}, 60_000)

afterAll(async () => {
  await nodes.close()
  await database.close()
}, 30_000)

it('[DL1] [DL2] [DL5] [DL6] [DL7] [DL8] [DL9] [DL15] two nodes killed at every fault point lose, double and mix up nothing', async () => {
  console.info(`chaos seed ${seed}`)
  const episode = await runEpisode({
    database,
    nodes,
    seed,
    kills,
    everyPoint: true,
    plan: { deafness: 0.15, farthest: 4, before: ['delay', 'cut', 'lose', 'lose', 'lose', 'stop'] },
    sizes: [
      { agents: 3, customers: 5 },
      { agents: 1, customers: 1 },
    ],
    databaseFaults: 0.02,
    databaseStalls: 0,
  })
  const counts = newCounts()
  addCounts(counts, episode.histories)
  expect({ seed, problems: episode.problems, crashes: nodes.tally.crashes }).toEqual({
    seed,
    problems: [],
    crashes: [],
  })
  expect(total(nodes.tally.kills)).toBeGreaterThanOrEqual(kills)
  expect([...nodes.tally.kills.keys()].sort()).toEqual([...faultPoints].sort())
  // A storm in which nobody was served would prove nothing.
  expect(counts.offers.get('accepted') ?? 0).toBeGreaterThanOrEqual(5)
  expect(counts.acknowledged).toBeGreaterThanOrEqual(50)
  expect(counts.repeats).toBeGreaterThanOrEqual(10)
}, 180_000)
