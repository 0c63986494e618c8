import { startRaw } from '../chat/sides.ts'
import { type People, seedPeople } from '../chat/people.ts'
import { startRawCommits } from '../chat/raw-commit.ts'
import { type BenchDatabase, startBenchDatabase } from '../measure/bench-database.ts'
import { type Child, startChild } from '../measure/child.ts'
import { type Figure, fromPairs, rounded } from '../measure/figure.ts'
import { inPairs } from '../measure/in-pairs.ts'
import { median } from '../measure/median.ts'
import { cpuSeconds } from '../measure/process-usage.ts'
import type { ContactAnswer, ContactLoadArguments, ContactQuestion } from './contact-load.ts'
import { rawContactCommit } from './raw-contact-commits.ts'

const ratePerS = 50
const seconds = 4
const pairs = 5
const burst = 1_000
const bursts = 3
const perRun = ratePerS * seconds

export async function contactFigures(): Promise<Figure[]> {
  const database = await startBenchDatabase()
  try {
    return [await contactToOffer(database), await burstOfContacts(database), await twoNodes(database)]
  } finally {
    await database.stop()
  }
}

/** From the customer's page to the agent's, against a message's way over Socket.IO alone and one commit of these rows. */
async function contactToOffer(database: BenchDatabase): Promise<Figure> {
  const people = await seedPeople(database.db, (pairs + 1) * perRun, 1)
  const side = await startSide(database, people, 1)
  const raw = await startRaw({ ...people, customers: people.customers.slice(0, perRun) }, 1)
  try {
    await side.run({ contacts: perRun, ratePerS })
    const ours = async (): Promise<number> => (await side.run({ contacts: perRun, ratePerS })).offerP50Ms
    const relayAndCommit = async (): Promise<number> => {
      const commits = await startRawCommits(database.url, rawContactCommit)
      const { deliverP50Ms } = await raw.run({ seconds, inFlight: 1, ratePerS })
      return deliverP50Ms + (await commits.stop())
    }
    return fromPairs('contact_to_offer_ms', 'ms', await inPairs(pairs, ours, relayAndCommit), (ms) => ms)
  } finally {
    await side.stop()
    await raw.stop()
  }
}

/** All at the same instant; agents enough for all. */
async function burstOfContacts(database: BenchDatabase): Promise<Figure> {
  const runs: number[] = []
  for (let n = 0; n < bursts; n++) {
    const side = await startSide(database, await seedPeople(database.db, burst, 4), 1)
    runs.push((await side.run({ contacts: burst, ratePerS: null })).ackP99Ms)
    await side.stop()
  }
  return { name: 'burst_1000_contacts_ack_p99_ms', value: rounded(median(runs)), unit: 'ms' }
}

/** CPU of a contact when its customer is on one node and its agent on another, against one node for both. */
async function twoNodes(database: BenchDatabase): Promise<Figure> {
  const start = async (nodes: 1 | 2): Promise<Side> =>
    startSide(database, await seedPeople(database.db, (pairs + 1) * perRun, 1), nodes)
  const [one, two] = [await start(1), await start(2)]
  const cpuOf = async (side: Side): Promise<number> => {
    const { contacts, cpuSeconds: used } = await side.run({ contacts: perRun, ratePerS })
    return (used * 1e3) / contacts
  }
  try {
    for (const side of [one, two]) await cpuOf(side)
    const runs = await inPairs(
      pairs,
      () => cpuOf(two),
      () => cpuOf(one),
    )
    const { value, reference, ratio = Number.NaN } = fromPairs('two_nodes_cpu_ratio', 'ms', runs, (ms) => ms)
    console.warn(`CPU of one contact: ${value} ms on two nodes, ${reference} ms on one`)
    return { name: 'two_nodes_cpu_ratio', value: ratio, unit: '' }
  } finally {
    await one.stop()
    await two.stop()
  }
}

interface Side {
  /** CPU is that of the nodes and of PostgreSQL. */
  run(question: ContactQuestion): Promise<ContactAnswer & { cpuSeconds: number }>
  stop(): Promise<void>
}

async function startSide(database: BenchDatabase, people: People, nodes: 1 | 2): Promise<Side> {
  const server = new URL('../chat/our-server.ts', import.meta.url)
  const started: { ready: { origin: string }; child: Child<never, never> }[] = []
  for (let n = 0; n < nodes; n++) started.push(await startChild(server, { databaseUrl: database.url, people }))
  const [customers = '', agents = customers] = started.map(({ ready }) => ready.origin)
  const args: ContactLoadArguments = { origins: { customers, agents }, people }
  const loadModule = new URL('./contact-load.ts', import.meta.url)
  const { child: load } = await startChild<object, ContactQuestion, ContactAnswer>(loadModule, args)
  const pids = [...started.map(({ child }) => child.pid), database.postmasterPid]
  return {
    async run(question) {
      const before = cpuSeconds(pids)
      const answer = await load.ask(question)
      return { ...answer, cpuSeconds: cpuSeconds(pids) - before }
    },
    async stop() {
      await load.stop()
      for (const { child } of started) await child.stop()
    },
  }
}
