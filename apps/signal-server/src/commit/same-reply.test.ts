import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CommitNodes, commitNodes, commitPage } from '../../testing/commit-node.ts'

const bag = { items: [], trail: [] }
let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 1 })
})
afterEach(() => nodes.close())

it('[DL2] a contact asked for again after its commit gets the first reply, on the same node and on another', async () => {
  const [here, there] = [await nodes.node(), await nodes.node()]
  const ann = commitPage(here, nodes.customer(0))
  const id = randomUUID()
  const first = await ann.run('contact:request', { channel: 'chat', bag }, id)
  expect(first.ok).toBe(true)
  expect(await ann.run('contact:request', { channel: 'chat', bag }, id)).toEqual(first)
  expect(await commitPage(there, nodes.customer(0)).run('contact:request', { channel: 'chat', bag }, id)).toEqual(first)
})

it('[DL2] an accept sent again gets its fence, though the offer is over; with another body it is a conflict', async () => {
  const [here, there] = [await nodes.node(), await nodes.node()]
  const ana = commitPage(here, nodes.agent(0))
  await ana.open()
  const ann = commitPage(here, nodes.customer(0))
  await ann.open()
  await ann.run('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(ana.agentView().offers).toHaveLength(1))
  const offerId = ana.agentView().offers[0]?.id as never
  const id = randomUUID()
  const first = await ana.run('offer:accept', { offerId }, id)
  const again = commitPage(there, nodes.agent(0))
  expect(await again.run('offer:accept', { offerId }, id)).toEqual(first)
  expect(await again.run('offer:accept', { offerId: randomUUID() as never }, id)).toEqual({
    ok: false,
    error: { code: 'conflict' },
  })
})

it('[DL2] a refused command is judged anew', async () => {
  const here = await nodes.node()
  const ann = commitPage(here, nodes.customer(0))
  const first = await ann.run('contact:request', { channel: 'chat', bag })
  const id = randomUUID()
  expect(await ann.run('contact:request', { channel: 'chat', bag }, id)).toMatchObject({ ok: false })
  await ann.run('contact:end', { interactionId: first.ok ? first.value.interactionId : ('' as never) })
  expect(await ann.run('contact:request', { channel: 'chat', bag }, id)).toMatchObject({ ok: true })
})
