import { randomUUID } from 'node:crypto'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type pg from 'pg'
import { isErrno } from '../../src/runtime/errno.ts'
import { connect } from '../chat/connect.ts'
import { inTurns } from '../chat/in-turns.ts'
import { type People, seedPeople } from '../chat/people.ts'
import type { ContactAnswer, ContactLoadArguments, ContactQuestion } from '../contact/contact-load.ts'
import { type BenchDatabase, startBenchDatabase } from '../measure/bench-database.ts'
import { type Child, startChild } from '../measure/child.ts'
import { type Figure, rounded } from '../measure/figure.ts'
import { openBalancer } from './balancer.ts'
import { openReturningPage } from './returning-page.ts'

const faults = ['SIGKILL', 'SIGSTOP'] as const
const ratePerS = 50
/** Silence, sweep, rescission and the slowest heartbeat lie within. */
const seconds = { quiet: 10, meanwhile: 18 }
const chatsEach = 20
/** On the node that dies: agents for whom it rings and who stay away, agents and customers who come back. */
const doomed = { ringing: 15, returningAgents: 10, returningCustomers: 30 }
const contacts = { warm: 100, quiet: ratePerS * seconds.quiet, meanwhile: ratePerS * seconds.meanwhile }

interface Loss {
  /** Contact → offer on the nodes that live, without a fault and meanwhile. */
  quietP99Ms: number
  meanwhileP99Ms: number
  /** From the fault: the last of the offers to agents who stay away is rescinded, the last page is on another node. */
  rescindedS: number
  backS: number
}

/** One of three nodes dies, or stands still, while contacts come to the other two. The worse of both counts. */
export async function nodeLossFigures(): Promise<Figure[]> {
  const database = await startBenchDatabase()
  const losses: Loss[] = []
  try {
    for (const fault of faults) {
      const loss = await loseOne(database, fault)
      console.warn(`${fault}: ${JSON.stringify(loss)}`)
      losses.push(loss)
    }
  } finally {
    await database.stop()
  }
  const worst = (of: (loss: Loss) => number): number => rounded(Math.max(...losses.map(of)))
  return [
    {
      name: 'node_loss_offer_p99_ms',
      value: worst((loss) => loss.meanwhileP99Ms),
      unit: 'ms',
      reference: worst((loss) => loss.quietP99Ms),
      ratio: worst((loss) => loss.meanwhileP99Ms / loss.quietP99Ms),
    },
    { name: 'node_loss_rescinded_s', value: worst((loss) => loss.rescindedS), unit: 's' },
    { name: 'node_loss_back_s', value: worst((loss) => loss.backS), unit: 's' },
  ]
}

async function loseOne(database: BenchDatabase, fault: (typeof faults)[number]): Promise<Loss> {
  const people = await seedPeople(database.db, 2_400, chatsEach)
  const nodes: Node[] = []
  const closing: (() => unknown)[] = []
  try {
    while (nodes.length < 3) nodes.push(await startNode(database, people))
    return await strike(database, people, nodes as [Node, Node, Node], { fault, closing })
  } finally {
    for (const close of closing.reverse()) await close()
    for (const { child } of nodes) {
      goOn(child.pid)
      await child.stop()
    }
  }
}

interface Strike {
  fault: (typeof faults)[number]
  /** What is to be closed afterwards. */
  closing: (() => unknown)[]
}

async function strike(
  { db }: BenchDatabase,
  people: People,
  [dying, ...living]: [Node, Node, Node],
  { fault, closing }: Strike,
): Promise<Loss> {
  const agents = take(people.agents, doomed.ringing, doomed.returningAgents)
  const customers = take(people.customers, doomed.ringing, doomed.returningCustomers)
  const balancer = await openBalancer([dying, ...living].map(({ port }) => port))
  closing.push(balancer.close)
  const open = (kind: 'customer' | 'agent') => (token: string) =>
    openReturningPage(balancer.origin, kind, { token, site: people.siteKey })
  const pages = [...customers.second.map(open('customer')), ...agents.second.map(open('agent'))]
  closing.push(() => pages.map((page) => page.close()))
  await Promise.all(pages.map(({ ready }) => ready))
  await ringFor(people, agents.first, customers.first, { dying, asking: living[0] })
  const load = await startLoad({ ...people, agents: agents.rest, customers: customers.rest }, living)
  closing.push(load.stop)
  await load.ask({ contacts: contacts.warm, ratePerS })
  const quiet = await load.ask({ contacts: contacts.quiet, ratePerS })

  process.kill(dying.child.pid, fault)
  const [lostAt, lostAtOfClock] = [performance.now(), Date.now()]
  const meanwhile = await load.ask({ contacts: contacts.meanwhile, ratePerS })
  const backAt = pages.map((page) => page.backAt() ?? Number.POSITIVE_INFINITY)
  return {
    quietP99Ms: quiet.offerP99Ms,
    meanwhileP99Ms: meanwhile.offerP99Ms,
    rescindedS: ((await lastRescinded(db, agents.first)) - lostAtOfClock) / 1_000,
    backS: (Math.max(...backAt) - lostAt) / 1_000,
  }
}

/** Infinity: some of their offers have not been rescinded. */
async function lastRescinded(db: pg.Pool, agents: readonly string[]): Promise<number> {
  const { rows } = await db.query<{ endedAt: number | null; status: string }>(
    'select ended_at as "endedAt", status from offers where agent_id = any ($1)',
    [agents],
  )
  return Math.max(...rows.map(({ endedAt, status }) => (status === 'rescinded' && endedAt) || Number.POSITIVE_INFINITY))
}

/** One that stands still would not hear that it is to stop. */
function goOn(pid: number): void {
  try {
    process.kill(pid, 'SIGCONT')
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error
  }
}

const take = <T>(all: readonly T[], first: number, second: number): { first: T[]; second: T[]; rest: T[] } => ({
  first: all.slice(0, first),
  second: all.slice(first, first + second),
  rest: all.slice(first + second),
})

interface Node {
  origin: string
  port: number
  child: Child<never, never>
}

async function startNode({ url }: BenchDatabase, people: People): Promise<Node> {
  const module = new URL('../chat/our-server.ts', import.meta.url)
  const { ready, child } = await startChild<{ origin: string }>(module, { databaseUrl: url, people })
  return { origin: ready.origin, port: Number(new URL(ready.origin).port), child }
}

function startLoad(
  people: People,
  [agents, customers]: readonly Node[],
): Promise<Child<ContactQuestion, ContactAnswer>> {
  const module = new URL('../contact/contact-load.ts', import.meta.url)
  const args: ContactLoadArguments = {
    origins: { agents: agents?.origin ?? '', customers: customers?.origin ?? '' },
    people,
  }
  return startChild<object, ContactQuestion, ContactAnswer>(module, args).then(({ child }) => child)
}

/** Every one of these agents is shown an offer on the node that dies, and lets it ring. */
async function ringFor(
  { siteKey }: People,
  agents: readonly string[],
  customers: readonly string[],
  { dying, asking }: { dying: Node; asking: Node },
): Promise<void> {
  const shown = new Set<string>()
  await new Promise<void>((resolve, reject) => {
    const show = (
      client: { emit: (name: string, data: unknown, onReply: () => void) => void },
      { offers }: AgentView,
    ) => {
      for (const { id } of offers) {
        if (shown.has(id)) continue
        shown.add(id)
        client.emit('offer:shown', { id: randomUUID(), payload: { offerId: id } }, () => {
          if (shown.size === agents.length) resolve()
        })
      }
    }
    const nothing = (): void => {}
    void (async () => {
      await inTurns(agents, (id) => connect(dying.origin, 'agent', id, siteKey, nothing, show))
      const asked = await inTurns(customers, (id) => connect(asking.origin, 'customer', id, siteKey, nothing, nothing))
      const payload = { channel: 'chat', bag: { items: [], trail: [] } }
      await inTurns(asked, (client) => client.ask('contact:request', { id: randomUUID(), payload }))
    })().catch(reject)
  })
}
