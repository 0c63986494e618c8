import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { Reply } from '@beckon/shared/protocol/reply'
import { connect } from '../chat/connect.ts'
import { inTurns } from '../chat/in-turns.ts'
import type { People } from '../chat/people.ts'
import type { WireClient } from '../chat/wire-client.ts'
import { childArguments, tell } from '../measure/in-child.ts'
import { median } from '../measure/median.ts'

/** Customers who ask for a contact and agents who take it, in a process of their own. Nobody asks twice. */
export interface ContactLoadArguments {
  /** Where customers and where agents connect: one node, or two. */
  origins: { customers: string; agents: string }
  people: People
}
/** `ratePerS` null: all at once. */
export interface ContactQuestion {
  contacts: number
  ratePerS: number | null
}
export interface ContactAnswer {
  contacts: number
  /** From the request's leaving to the offer on the agent's page. */
  offerP50Ms: number
  offerP99Ms: number
  ackP99Ms: number
}

const { origins, people } = childArguments<ContactLoadArguments>()
/** After the last request every contact must have been acknowledged and offered. */
const drainMs = 30_000
const offeredAt = new Map<string, number>()

function takeOffers(client: WireClient, { offers }: AgentView): void {
  for (const { id, interactionId } of offers) {
    if (offeredAt.has(interactionId)) continue
    offeredAt.set(interactionId, performance.now())
    client.emit('offer:accept', { id: randomUUID(), payload: { offerId: id } }, () => {})
  }
}

const nothing = (): void => {}
await inTurns(people.agents, (id) => connect(origins.agents, 'agent', id, people.siteKey, nothing, takeOffers))
const customers = await inTurns(people.customers, (id) =>
  connect(origins.customers, 'customer', id, people.siteKey, nothing, nothing),
)

interface Asked {
  sentAt: number
  ackedAt: number
  interactionId: string
}

async function ask(client: WireClient): Promise<Asked> {
  const sentAt = performance.now()
  const payload = { channel: 'chat', bag: { items: [], trail: [] } }
  const reply = (await client.ask('contact:request', { id: randomUUID(), payload })) as Reply<{ interactionId: string }>
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply)}`)
  return { sentAt, ackedAt: performance.now(), interactionId: reply.value.interactionId }
}

async function run({ contacts, ratePerS }: ContactQuestion): Promise<ContactAnswer> {
  const started = performance.now()
  const asked: Promise<Asked>[] = []
  for (const [n, client] of customers.splice(0, contacts).entries()) {
    if (ratePerS !== null) await pause(Math.max(0, started + (n * 1_000) / ratePerS - performance.now()))
    asked.push(ask(client))
  }
  const all = await Promise.all(asked)
  for (const until = performance.now() + drainMs; all.some(({ interactionId }) => !offeredAt.has(interactionId)); ) {
    if (performance.now() > until) throw new Error('some contacts were not offered')
    await pause(10)
  }
  const acks = all.map(({ sentAt, ackedAt }) => ackedAt - sentAt)
  const offers = all.map(({ sentAt, interactionId }) => (offeredAt.get(interactionId) ?? Number.NaN) - sentAt)
  return {
    contacts: all.length,
    offerP50Ms: median(offers),
    offerP99Ms: p99(offers),
    ackP99Ms: p99(acks),
  }
}

const p99 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN

process.on('message', (question: ContactQuestion) => {
  run(question).then(tell, (error: unknown) => {
    console.error(error)
    process.exit(1)
  })
})
tell({})
