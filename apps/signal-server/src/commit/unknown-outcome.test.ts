import type { AgentView } from '@beckon/shared/model/agent-view'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CommitNodes, commitNodes, commitPage } from '../../testing/commit-node.ts'
import type { AtFaultPoint, FaultPoint } from './fault-points.ts'

const bag = { items: [], trail: [] }
let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 1 })
})
afterEach(() => nodes.close())

/** Once armed, the answer of the database is lost at the next hit of the point. */
function losing(point: FaultPoint): { at: AtFaultPoint; arm(): void } {
  let armed = false
  const at: AtFaultPoint = (reached) => {
    if (!armed || reached !== point) return
    armed = false
    throw new Error('the line broke')
  }
  return { at, arm: () => (armed = true) }
}

it('[DL5] a commit whose answer was lost has its first reply, and everybody here is shown what it changed', async () => {
  const fault = losing('after-site-commit')
  const here = await nodes.node({ at: fault.at })
  const ana = commitPage(here, nodes.agent(0))
  const ann = commitPage(here, nodes.customer(0))
  await ana.open()
  await ann.open()
  await vi.waitFor(() => expect(ann.views).not.toHaveLength(0))
  fault.arm()
  const reply = await ann.run('contact:request', { channel: 'chat', bag })
  expect(reply).toMatchObject({ ok: true })
  await vi.waitFor(() => expect(ana.agentView().offers).toHaveLength(1))
  await vi.waitFor(() => expect(ann.customerView().interactions).toHaveLength(1))
})

it('[DL5] an entry whose answer was lost is written once and reaches everybody', async () => {
  const fault = losing('after-append')
  const here = await nodes.node({ at: fault.at })
  const ann = commitPage(here, nodes.customer(0))
  await ann.run('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(ann.customerView().interactions).toHaveLength(1))
  const conversation = ann.customerView().interactions[0]?.conversation as never
  fault.arm()
  expect(await ann.send(conversation, 'hello')).toMatchObject({ ok: true, value: { seq: 1 } })
  await vi.waitFor(() => expect(ann.entries.map((entry) => entry.seq)).toEqual([1]), 5_000)
})

it('[DL15] what another node wrote at the end of a stream reaches the page before the stream leaves its view', async () => {
  const [here, there] = [await nodes.node(), await nodes.node()]
  const ana = commitPage(here, nodes.agent(0))
  const ann = commitPage(there, nodes.customer(0))
  await ana.open()
  await ann.open()
  await ann.run('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(ana.agentView().offers).toHaveLength(1), 5_000)
  await ana.run('offer:accept', { offerId: ana.agentView().offers[0]?.id as never })
  await vi.waitFor(() => expect(ana.agentView().work).toHaveLength(1))
  const { id, fence, desk } = ana.agentView().work[0] as AgentView['work'][number]
  await ana.run('interaction:end', { interactionId: id, fence })
  // Another page of the same agent wraps up on the other node; nothing was ever told of the desk stream here.
  const again = commitPage(there, nodes.agent(0))
  // Refused until that node has seen the end of the exchange.
  await vi.waitFor(async () => {
    const reply = await again.run('wrap-up:complete', { interactionId: id, fence, disposition: 'solved' })
    expect(reply).toMatchObject({ ok: true })
  }, 5_000)
  await vi.waitFor(() => expect(ana.agentView().work).toHaveLength(0), 5_000)
  await vi.waitFor(() =>
    expect(ana.entries.filter((entry) => entry.streamId === desk).map((entry) => entry.seq)).toEqual([1]),
  )
})
