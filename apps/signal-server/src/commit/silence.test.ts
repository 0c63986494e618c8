import type { AgentView } from '@beckon/shared/model/agent-view'
import type { StreamId } from '@beckon/shared/model/ids'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CommitNodes, commitNodes, commitPage as page } from '../../testing/commit-node.ts'
import { readSilences } from '../stores/read-silences.ts'

const bag = { items: [], trail: [] }
let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 1 })
})
afterEach(() => nodes.close())

async function chat() {
  const here = await nodes.node()
  const ana = page(here, nodes.agent(0))
  const ann = page(here, nodes.customer(0))
  await ana.open()
  await ann.open()
  await ann.run('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(ana.agentView().offers).toHaveLength(1))
  await ana.run('offer:accept', { offerId: ana.agentView().offers[0]?.id as never })
  await vi.waitFor(() => expect(ana.agentView().work).toHaveLength(1))
  const [work] = ana.agentView().work as [AgentView['work'][number]]
  return { here, ana, ann, id: work.id, stream: work.conversation, answeredAt: work.answeredAt }
}

it('[SI3] a customer is silent since the agent’s first word after theirs, and not while an answer is owed', async () => {
  const { ana, ann, id, stream, answeredAt } = await chat()
  const since = async () => (await readSilences(nodes.db, [id])).get(id)
  expect(await since()).toBe(answeredAt)
  await ann.send(stream as StreamId, 'hello')
  expect(await since()).toBeNull()
  const answer = await ana.send(stream as StreamId, 'good day')
  await ana.send(stream as StreamId, 'are you there?')
  expect(await since()).toBe(answer.ok ? answer.value.at : undefined)
})

it('[SI3] a word of the customer brings a chat back that took no slot', async () => {
  const { here, ana, ann, id, stream } = await chat()
  const { siteId } = nodes.site
  await nodes.db.query(
    `with raised as (update sites set version = version + 1 where id = $2 returning version)
     update interactions set silence = 'freed', version = raised.version from raised where id = $1`,
    [id, siteId],
  )
  await vi.waitFor(() => expect(ana.agentView().work[0]?.silence).toBe('freed'), 5_000)
  await ann.send(stream as StreamId, 'I am back')
  here.written(siteId, nodes.site.customers[0] as never, stream as StreamId)
  await vi.waitFor(() => expect(ana.agentView().work[0]?.silence).toBe('short'))
})
