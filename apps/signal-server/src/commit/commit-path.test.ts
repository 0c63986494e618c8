import { randomUUID } from 'node:crypto'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { Entry } from '@beckon/shared/model/entry'
import type { AgentId, CustomerId, StreamId, TabId } from '@beckon/shared/model/ids'
import type { Principal } from '@beckon/shared/model/principal'
import type pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { CustomerRow } from '../domain/rows.ts'
import type { PayloadOf, SiteCommandName } from '../domain/site-command.ts'
import { systemClock } from '../runtime/clock.ts'
import { systemIds } from '../runtime/ids.ts'
import { createLog } from '../runtime/log.ts'
import { openDatabase } from '../stores/database.ts'
import { seedSite, type SeededSite } from '../../testing/seed-site.ts'
import { testDatabase, type TestDatabase } from '../../testing/test-database.ts'
import type { CommitPath } from './commit-path.ts'
import { createCommitPath } from './create-commit-path.ts'
import { type AtFaultPoint, noFaults } from './fault-points.ts'

const bag = { items: [{ key: 'flight', value: 'BS117', source: 'button' as const }], trail: [] }
let database: TestDatabase
let db: pg.Pool
let site: SeededSite
let nodes: CommitPath[]

beforeEach(async () => {
  database = await testDatabase()
  db = openDatabase(database.url, createLog('silent'))
  site = await seedSite(db, { agents: 2, customers: 3 })
  nodes = []
})

afterEach(async () => {
  await Promise.all(nodes.map((node) => node.close()))
  await db.end()
  await database.drop()
})

async function node(at: AtFaultPoint = noFaults): Promise<CommitPath> {
  const clock = systemClock(() => Date.now())
  const made = await createCommitPath({
    db,
    databaseUrl: database.url,
    clock,
    ids: systemIds(() => clock.now()),
    log: createLog('silent'),
    at,
    onGivenUp: () => {},
  })
  nodes.push(made)
  return made
}

const agent = (i: number): Principal => ({
  kind: 'staff',
  siteId: site.siteId,
  agentId: site.agents[i] as AgentId,
  roles: ['agent'],
})
const customer = (i: number): Principal => ({
  kind: 'customer',
  siteId: site.siteId,
  customerId: site.customers[i] as CustomerId,
})

function page(on: CommitPath, who: Principal) {
  const tabId = randomUUID() as TabId
  const views: (AgentView | CustomerView)[] = []
  const entries: Entry[] = []
  const row = who.kind === 'customer' ? ({ id: who.customerId, name: '', externalId: null } as CustomerRow) : null
  const detach = on.attach({
    principal: who,
    customer: row,
    view: (view) => views.push(view),
    entries: (more) => entries.push(...more),
  })
  const run = <N extends SiteCommandName>(name: N, payload: PayloadOf<N>, id: string = randomUUID()) =>
    on.run(
      site.siteId,
      { name, by: who, tabId, payload },
      { actorId: who.kind === 'customer' ? who.customerId : who.agentId, id, hash: JSON.stringify(payload) },
    )
  const open = () => on.run(site.siteId, { name: 'tab:open', by: who, tabId, payload: { tabId, nodeId: on.nodeId() } })
  const send = (streamId: StreamId, text: string, id: string = randomUUID()) =>
    on.append({
      streamId,
      streamKind: 'conversation',
      id,
      author: { kind: who.kind === 'customer' ? 'customer' : 'agent', name: '' },
      authorId: who.kind === 'customer' ? who.customerId : who.agentId,
      body: { kind: 'message', text },
      hash: text,
    })
  return { views, entries, run, open, send, detach, agentView: () => views.at(-1) as AgentView }
}

it('[DL1] a contact is offered to one agent, accepted, and both sides read the same conversation', async () => {
  const here = await node()
  const ana = page(here, agent(0))
  const ann = page(here, customer(0))
  await ana.open()
  await ann.open()
  expect(await ann.run('contact:request', { channel: 'chat', bag })).toMatchObject({ ok: true })
  await vi.waitFor(() => expect(ana.agentView().offers).toHaveLength(1))
  const offer = ana.agentView().offers[0]
  expect(offer?.context.items).toEqual([{ ...bag.items[0], trust: 'client' }])
  expect(await ana.run('offer:accept', { offerId: offer?.id as never })).toMatchObject({ ok: true })
  await vi.waitFor(() => expect(ana.agentView().work).toHaveLength(1))
  const stream = ana.agentView().work[0]?.conversation as StreamId
  expect(await ann.send(stream, 'hello')).toMatchObject({ ok: true, value: { seq: 2 } })
  expect(await ana.send(stream, 'good day')).toMatchObject({ ok: true, value: { seq: 3 } })
  await vi.waitFor(() => expect(ann.entries.map((e) => e.seq)).toEqual([1, 2, 3]))
  // The agent follows from the accept on; what came before is a sync away.
  expect(ana.entries).toEqual(ann.entries.slice(1))
})

it('[DL2] the same command sent again, also at once and to two nodes, has one effect and one reply', async () => {
  const [here, there] = [await node(), await node()]
  const ann = page(here, customer(0))
  const twin = page(there, customer(0))
  const id = randomUUID()
  const replies = await Promise.all([
    ann.run('contact:request', { channel: 'chat', bag }, id),
    twin.run('contact:request', { channel: 'chat', bag }, id),
    ann.run('contact:request', { channel: 'chat', bag }, id),
  ])
  const { rows } = await db.query('select id from interactions')
  expect(rows).toHaveLength(1)
  expect(replies.filter((reply) => reply.ok).map((reply) => reply.ok && reply.value.interactionId)).toContain(
    rows[0].id,
  )
})

it('[CH3] a message sent again gets its first number; with other words it is a conflict', async () => {
  const here = await node()
  const ann = page(here, customer(0))
  await ann.run('contact:request', { channel: 'chat', bag })
  const { rows } = await db.query(`select conversation_id from interactions`)
  const id = randomUUID()
  const first = await ann.send(rows[0].conversation_id, 'once', id)
  expect(await ann.send(rows[0].conversation_id, 'once', id)).toEqual(first)
  expect(await ann.send(rows[0].conversation_id, 'other', id)).toEqual({ ok: false, error: { code: 'conflict' } })
})

it("[CH5] another customer's stream looks absent", async () => {
  const here = await node()
  await page(here, customer(0)).run('contact:request', { channel: 'chat', bag })
  const { rows } = await db.query(`select conversation_id, desk_id from interactions`)
  const stranger = page(here, customer(1))
  expect(await stranger.send(rows[0].conversation_id, 'hi')).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(await page(here, customer(0)).send(rows[0].desk_id, 'hi')).toEqual({ ok: false, error: { code: 'not-found' } })
})

it('[DL6] customer on one node, agent on the other: the contact, the talk and the end arrive on both', async () => {
  const [here, there] = [await node(), await node()]
  const ana = page(there, agent(0))
  const ann = page(here, customer(0))
  await ana.open()
  await ann.open()
  await ann.run('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(ana.agentView().offers).toHaveLength(1), 5_000)
  await ana.run('offer:accept', { offerId: ana.agentView().offers[0]?.id as never })
  await vi.waitFor(() => expect(ann.views.at(-1)).toMatchObject({ interactions: [{ status: 'assigned' }] }), 5_000)
  const { id, fence, conversation } = ana.agentView().work[0] as AgentView['work'][number]
  await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? ann : ana).send(conversation, `${i}`)))
  await ana.run('interaction:end', { interactionId: id, fence })
  await vi.waitFor(() => expect(ann.entries.at(-1)?.body.kind).toBe('ended'), 5_000)
  const seqs = new Set(ann.entries.map((entry) => entry.seq))
  expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1))
})

it('[DL8] [OF1] two nodes that decide at once never give one interaction two owners or one agent two rings', async () => {
  const [here, there] = [await node(), await node()]
  const [ana, raj] = [page(here, agent(0)), page(there, agent(1))]
  await Promise.all([ana.open(), raj.open()])
  const people = [0, 1, 2].map((i) => page(i % 2 ? here : there, customer(i)))
  await Promise.all(people.map((person) => person.open()))
  await Promise.all(people.map((person) => person.run('contact:request', { channel: 'chat', bag })))
  const { rows } = await db.query(`select agent_id, count(*) from offers where status = 'pending' group by 1`)
  expect(rows.map((row) => row.count)).toEqual([1, 1])
})
