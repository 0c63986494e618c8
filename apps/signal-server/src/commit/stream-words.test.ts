import { expect, test, vi } from 'vitest'
import { commitNodes, commitPage } from '../../testing/commit-node.ts'

test('[HI2] the words of a conversation are indexed in the commit that ends it, however long it was', async () => {
  const nodes = await commitNodes({ agents: 1, customers: 1 })
  const node = await nodes.node()
  const ana = commitPage(node, nodes.agent(0))
  const ann = commitPage(node, nodes.customer(0))
  await ana.open()
  await ann.open()
  await ann.run('contact:request', { channel: 'chat', bag: { items: [], trail: [] } })
  const { id: offerId } = await vi.waitFor(() => ana.agentView().offers[0] ?? expect.fail('nothing is offered'))
  await ana.run('offer:shown', { offerId })
  await ana.run('offer:accept', { offerId })
  const mine = await vi.waitFor(() => ana.agentView().work[0] ?? expect.fail('nothing is accepted'))
  const many = (n: number) => Array.from({ length: 600 }, (_each, i) => `w${n}x${i}`).join(' ')
  await ann.send(mine.conversation, 'the trombone')
  for (let n = 0; n < 40; n++) await ann.send(mine.conversation, many(n))
  const words = async () =>
    (await nodes.db.query("select from stream_words where stream_id = $1 and words @@ 'trombone'", [mine.conversation]))
      .rowCount
  expect(await words()).toBe(0)
  expect((await ana.run('interaction:end', { interactionId: mine.id, fence: mine.fence })).ok).toBe(true)
  expect(await words()).toBe(1)
  await nodes.close()
})
