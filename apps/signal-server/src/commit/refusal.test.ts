import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CommitNodes, commitNodes, commitPage } from '../../testing/commit-node.ts'

const bag = { items: [], trail: [] }
let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 1 })
})
afterEach(() => nodes.close())

/** A node that hears no wake-up: it listens in another database. */
const deaf = (url: string): string => Object.assign(new URL(url), { pathname: '/postgres' }).href

it('[DL3] a node behind the others refuses nothing that the present rows allow', async () => {
  const here = await nodes.node()
  const behind = await nodes.node({ databaseUrl: deaf(nodes.url) })
  const [ann, moved] = [commitPage(here, nodes.customer(0)), commitPage(behind, nodes.customer(0))]
  await ann.open()
  await moved.open()
  const asked = await ann.run('contact:request', { channel: 'chat', bag })
  const interactionId = asked.ok ? asked.value.interactionId : ('' as never)
  expect(await moved.run('contact:end', { interactionId })).toEqual({ ok: true, value: null })
})
