import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CommitNodes, commitNodes, type CommitPage, commitPage } from '../../testing/commit-node.ts'

let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 1 })
})
afterEach(() => nodes.close())

it('[DL10] a node given up by the others is known under its new id before its pages connect again', async () => {
  let back: CommitPage | undefined
  const known: Promise<unknown>[] = []
  const here = await nodes.node({
    onGivenUp: () => {
      known.push(nodes.db.query('select 1 from nodes where id = $1', [here.nodeId()]).then(({ rowCount }) => rowCount))
      back = commitPage(here, nodes.agent(0))
      void back.open()
    },
  })
  const before = here.nodeId()
  await nodes.node()
  await nodes.db.query('update nodes set lost_at = 1 where id = $1', [before])
  await vi.waitFor(() => expect(back?.agentView().overall).toBe('ready'), 5_000)
  expect(here.nodeId()).not.toBe(before)
  expect(await Promise.all(known)).toEqual([1])
})
