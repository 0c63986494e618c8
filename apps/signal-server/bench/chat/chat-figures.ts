import { startBenchDatabase } from '../measure/bench-database.ts'
import { type Figure, fromPairs } from '../measure/figure.ts'
import { inPairs } from '../measure/in-pairs.ts'
import { seedPeople } from './people.ts'
import { startRawCommits } from './raw-commit.ts'
import { rawMessageCommit } from './raw-message-commit.ts'
import { type Run, type Side, startOurs, startRaw } from './sides.ts'
import { paceMs } from './traffic.ts'

const conversations = 1_000
/** One agent's socket for each conversation: no two of them share a packet. */
const chatsEach = 1
/** Messages of one end of one conversation that wait for their reply; the product's own pages allow one. */
const inFlight = 1
const pairs = 7
const seconds = 4

export async function chatFigures(): Promise<Figure[]> {
  const database = await startBenchDatabase()
  const people = await seedPeople(database.db, conversations, chatsEach)
  const ours = await startOurs(database, people, chatsEach)
  const raw = await startRaw(people, chatsEach)
  try {
    const full = await saturated(ours, raw)
    const [rate] = full
    const deliver = await atHalfLoad(ours, raw, database.url, (rate?.value ?? 0) / 2)
    return [...full, deliver]
  } finally {
    await ours.stop()
    await raw.stop()
    await database.stop()
  }
}

async function saturated(ours: Side, raw: Side): Promise<Figure[]> {
  const question = { seconds, inFlight, ratePerS: null }
  // The first round only warms up.
  await inPairs(
    1,
    () => ours.run(question),
    () => raw.run(question),
  )
  const runs = await inPairs(
    pairs,
    () => ours.run(question),
    () => raw.run(question),
  )
  return [
    fromPairs('chat_msgs_per_s', 'messages/s', runs, (run) => run.perSecond),
    fromPairs('chat_cpu_us_per_msg', 'µs', runs, (run) => run.cpuUsPerMessage),
  ]
}

/**
 * From one page to the other, against the relay's way and one commit beside it, all at the same rate. The commit holds
 * what comes in together: nobody could commit each message by itself at this rate.
 */
async function atHalfLoad(ours: Side, raw: Side, databaseUrl: string, ratePerS: number): Promise<Figure> {
  const question = { seconds, inFlight, ratePerS }
  const together = Math.max(1, Math.round((ratePerS * paceMs) / 1_000))
  const relayAndCommit = async (): Promise<Run> => {
    const commits = await startRawCommits(databaseUrl, rawMessageCommit(together, conversations))
    const run = await raw.run(question)
    return { ...run, deliverP50Ms: run.deliverP50Ms + (await commits.stop()) }
  }
  const runs = await inPairs(pairs, () => ours.run(question), relayAndCommit)
  return fromPairs('chat_deliver_p50_ms', 'ms', runs, (run) => run.deliverP50Ms)
}
