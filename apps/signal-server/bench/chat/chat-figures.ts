import { type Child, startChild } from '../measure/child.ts'
import { type Figure, fromPairs, type Pair } from '../measure/figure.ts'
import { cpuSeconds } from '../measure/process-usage.ts'
import { startBenchDatabase } from '../measure/bench-database.ts'
import type { LoadAnswer, LoadArguments, LoadQuestion } from './load.ts'
import { type People, seedPeople } from './people.ts'

const conversations = 1_000
const chatsEach = 1
/** Messages of one end of one conversation that wait for their reply at a time; the product's own pages allow one. */
const inFlight = 1
const pairs = 5
const seconds = 5

interface Side {
  load: Child<LoadQuestion, LoadAnswer>
  /** Whose CPU counts: the server and, with ours, every process of PostgreSQL. */
  pids: number[]
  stop(): Promise<void>
}

interface Run extends LoadAnswer {
  cpuUsPerMessage: number
}

async function startSide(server: Child<never, never>, extra: readonly number[], args: LoadArguments): Promise<Side> {
  const { child: load } = await startChild<object, LoadQuestion, LoadAnswer>(new URL('./load.ts', import.meta.url), args)
  return {
    load,
    pids: [server.pid, ...extra],
    async stop() {
      await load.stop()
      await server.stop()
    },
  }
}

async function startOurs(databaseUrl: string, postmasterPid: number, people: People): Promise<Side> {
  const module = new URL('./our-server.ts', import.meta.url)
  const { ready, child } = await startChild<{ origin: string }>(module, { databaseUrl, people })
  return startSide(child, [postmasterPid], { origin: ready.origin, people, chatsEach, target: 'ours' })
}

async function startRaw(people: People): Promise<Side> {
  const { ready, child } = await startChild<{ origin: string }>(new URL('./raw-relay.ts', import.meta.url), {})
  return startSide(child, [], { origin: ready.origin, people, chatsEach, target: 'raw' })
}

async function run({ load, pids }: Side, question: LoadQuestion): Promise<Run> {
  const before = cpuSeconds(pids)
  const answer = await load.ask(question)
  return { ...answer, cpuUsPerMessage: ((cpuSeconds(pids) - before) * 1e6) / answer.messages }
}

/** Ours and raw in turns, each first as often as the other. */
async function runPairs(ours: Side, raw: Side, count: number, question: LoadQuestion): Promise<{ ours: Run; raw: Run }[]> {
  const done: { ours: Run; raw: Run }[] = []
  for (let i = 0; i < count; i++) {
    if (i % 2 === 0) {
      const first = await run(ours, question)
      done.push({ ours: first, raw: await run(raw, question) })
    } else {
      const first = await run(raw, question)
      done.push({ raw: first, ours: await run(ours, question) })
    }
    if (process.env.BENCH_VERBOSE) console.error(JSON.stringify(done.at(-1)))
  }
  return done
}

const pick = (runs: readonly { ours: Run; raw: Run }[], of: (run: Run) => number): Pair[] =>
  runs.map(({ ours, raw }) => ({ ours: of(ours), raw: of(raw) }))

export async function chatFigures(): Promise<Figure[]> {
  const database = await startBenchDatabase()
  const people = await seedPeople(database.db, conversations, chatsEach)
  const ours = await startOurs(database.url, database.postmasterPid, people)
  const raw = await startRaw(people)
  try {
    await runPairs(ours, raw, 1, { seconds: 3, inFlight, ratePerS: null })
    const full = await runPairs(ours, raw, pairs, { seconds, inFlight, ratePerS: null })
    return [
      fromPairs('chat_msgs_per_s', 'messages/s', pick(full, (r) => r.perSecond)),
      fromPairs('chat_cpu_us_per_msg', 'µs', pick(full, (r) => r.cpuUsPerMessage)),
    ]
  } finally {
    await ours.stop()
    await raw.stop()
    await database.stop()
  }
}
