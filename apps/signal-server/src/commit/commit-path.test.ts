import { randomUUID } from 'node:crypto'
import type { AgentView } from '@beckon/shared/model/agent-view'
import type { StreamId } from '@beckon/shared/model/ids'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CommitNodes, commitNodes, commitPage as page } from '../../testing/commit-node.ts'
import { testClock } from '../../testing/test-clock.ts'

const bag = { items: [{ key: 'flight', value: 'BS117', source: 'button' as const }], trail: [] }
let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 2, customers: 3 })
})

afterEach(() => nodes.close())

it('[DL1] a contact is offered to one agent, accepted, and both sides read the same conversation', async () => {
  const here = await nodes.node()
  const ana = page(here, nodes.agent(0))
  const ann = page(here, nodes.customer(0))
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
  const [here, there] = [await nodes.node(), await nodes.node()]
  const ann = page(here, nodes.customer(0))
  const twin = page(there, nodes.customer(0))
  const id = randomUUID()
  const replies = await Promise.all([
    ann.run('contact:request', { channel: 'chat', bag }, id),
    twin.run('contact:request', { channel: 'chat', bag }, id),
    ann.run('contact:request', { channel: 'chat', bag }, id),
  ])
  const { rows } = await nodes.db.query('select id from interactions')
  expect(rows).toHaveLength(1)
  expect(replies.filter((reply) => reply.ok).map((reply) => reply.ok && reply.value.interactionId)).toContain(
    rows[0].id,
  )
})

it('[CH3] a message sent again gets its first number; with other words it is a conflict', async () => {
  const here = await nodes.node()
  const ann = page(here, nodes.customer(0))
  await ann.run('contact:request', { channel: 'chat', bag })
  const { rows } = await nodes.db.query(`select conversation_id from interactions`)
  const id = randomUUID()
  const first = await ann.send(rows[0].conversation_id, 'once', id)
  expect(await ann.send(rows[0].conversation_id, 'once', id)).toEqual(first)
  expect(await ann.send(rows[0].conversation_id, 'other', id)).toEqual({ ok: false, error: { code: 'conflict' } })
})

it("[CH5] another customer's stream looks absent", async () => {
  const here = await nodes.node()
  await page(here, nodes.customer(0)).run('contact:request', { channel: 'chat', bag })
  const { rows } = await nodes.db.query(`select conversation_id, desk_id from interactions`)
  const stranger = page(here, nodes.customer(1))
  expect(await stranger.send(rows[0].conversation_id, 'hi')).toEqual({ ok: false, error: { code: 'not-found' } })
  expect(await page(here, nodes.customer(0)).send(rows[0].desk_id, 'hi')).toEqual({
    ok: false,
    error: { code: 'not-found' },
  })
})

it('[DL6] customer on one node, agent on the other: the contact, the talk and the end arrive on both', async () => {
  const [here, there] = [await nodes.node(), await nodes.node()]
  const ana = page(there, nodes.agent(0))
  const ann = page(here, nodes.customer(0))
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

/** Customer and agent in one conversation, each on a node of their own. */
async function talkOverTwoNodes() {
  const [here, there] = [await nodes.node(), await nodes.node()]
  const [ann, ana] = [page(here, nodes.customer(0)), page(there, nodes.agent(0))]
  const twin = page(there, nodes.customer(0))
  await Promise.all([ana.open(), ann.open()])
  await ann.run('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(ana.agentView().offers).toHaveLength(1), 5_000)
  await ana.run('offer:accept', { offerId: ana.agentView().offers[0]?.id as never })
  await vi.waitFor(() => expect(ann.views.at(-1)).toMatchObject({ interactions: [{ status: 'assigned' }] }), 5_000)
  await vi.waitFor(() => expect(twin.views.at(-1)).toMatchObject({ interactions: [{ status: 'assigned' }] }), 5_000)
  return { here, there, ann, ana, twin, streamId: (ana.agentView().work[0] as AgentView['work'][number]).conversation }
}

it('[CH11] typing is told to the other side on another node, not to the own side, and leaves nothing in the database', async () => {
  const { here, there, ann, ana, twin, streamId } = await talkOverTwoNodes()
  const head = async () => (await nodes.db.query('select head from streams where id = $1', [streamId])).rows[0].head
  const before = await head()
  here.type({ streamId, by: 'customer' })
  await vi.waitFor(() => expect(ana.typing).toEqual([{ streamId, by: 'customer' }]), 5_000)
  there.type({ streamId, by: 'agent' })
  await vi.waitFor(() => expect(ann.typing).toEqual([{ streamId, by: 'agent' }]), 5_000)
  expect(twin.typing).toEqual([{ streamId, by: 'agent' }])
  expect(ana.typing).toHaveLength(1)
  expect(await head()).toBe(before)
})

it('[CH11] what is typed within a moment reaches the other node once', async () => {
  const { here, ana, streamId } = await talkOverTwoNodes()
  for (let key = 0; key < 50; key++) here.type({ streamId, by: 'customer' })
  await vi.waitFor(() => expect(ana.typing.length).toBeGreaterThan(0), 5_000)
  here.type({ streamId, by: 'customer' })
  await vi.waitFor(() => expect(ana.typing).toHaveLength(2), 5_000)
})

it('[DL8] [OF1] two nodes that decide at once never give one interaction two owners or one agent two rings', async () => {
  const [here, there] = [await nodes.node(), await nodes.node()]
  const [ana, raj] = [page(here, nodes.agent(0)), page(there, nodes.agent(1))]
  await Promise.all([ana.open(), raj.open()])
  const people = [0, 1, 2].map((i) => page(i % 2 ? here : there, nodes.customer(i)))
  await Promise.all(people.map((person) => person.open()))
  await Promise.all(people.map((person) => person.run('contact:request', { channel: 'chat', bag })))
  const { rows } = await nodes.db.query(`select agent_id, count(*) from offers where status = 'pending' group by 1`)
  expect(rows.map((row) => row.count)).toEqual([1, 1])
})

it('[DL14] those who wait are told their position at most once a second, however much moves', async () => {
  const clock = testClock(Date.now())
  const here = await nodes.node({ clock })
  const [ann, tom, eva] = [page(here, nodes.customer(0)), page(here, nodes.customer(1)), page(here, nodes.customer(2))]
  const contacts = []
  for (const customer of [ann, tom, eva]) {
    clock.advance(1)
    await customer.open()
    contacts.push(await customer.run('contact:request', { channel: 'chat', bag }))
  }
  await vi.waitFor(() => expect(eva.customerView().interactions[0]?.position).toBe(3))
  const told = eva.views.length
  for (const [i, customer] of [ann, tom].entries()) {
    const contact = contacts[i]
    if (contact?.ok) await customer.run('contact:end', { interactionId: contact.value.interactionId })
  }
  expect(eva.views).toHaveLength(told)
  clock.advance(1_000)
  await vi.waitFor(() => expect(eva.customerView().interactions[0]?.position).toBe(1))
  expect(eva.views).toHaveLength(told + 1)
})

it('[DL6] a page that was gone and is back reads the same on a node that was there and on one that starts', async () => {
  const here = await nodes.node()
  const ana = page(here, nodes.agent(0))
  await ana.open()
  await ana.run('tab:close', { tabId: ana.tabId, nodeId: here.nodeId() })
  const openedBefore = ana.agentView().now
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(openedBefore))
  await ana.open()
  await vi.waitFor(() => expect(ana.agentView().pages).toHaveLength(1))
  const raj = page(await nodes.node(), nodes.agent(0))
  await vi.waitFor(() => expect(raj.agentView().pages).toEqual(ana.agentView().pages))
})
