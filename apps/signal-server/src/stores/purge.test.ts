import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CommitNodes, commitNodes, commitPage } from '../../testing/commit-node.ts'
import { purge } from './purge.ts'

const hour = 3_600_000
const day = 24 * hour
let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 1 })
})
afterEach(() => nodes.close())

const count = async (table: string): Promise<number> =>
  (await nodes.db.query<{ n: number }>(`select count(*) as n from ${table}`)).rows[0]?.n ?? 0

it('[DL18] what nobody can ask for any more goes, each kind in its time; what was said stays', async () => {
  const here = await nodes.node()
  const ann = commitPage(here, nodes.customer(0))
  const ana = commitPage(here, nodes.agent(0))
  await ana.open()
  await ann.open()
  await ann.run('contact:request', { channel: 'voice', bag: { items: [], trail: [] } })
  const { rows: offers } = await nodes.db.query(`select id from offers where status = 'pending'`)
  await ana.run('offer:accept', { offerId: offers[0].id })
  const { rows: calls } = await nodes.db.query('select id, stream_id from calls')
  await nodes.db.query(
    `insert into entries (stream_id, seq, id, at, author_kind, author_name, body, hash)
      values ($1, 1, $2, 0, 'customer', '', '{"kind": "signal"}', '')`,
    [calls[0].stream_id, randomUUID()],
  )
  const said = (await count('entries')) - 1
  const now = Date.now()
  expect(await purge(nodes.db, now + 6 * day)).toBe(0)
  await ana.run('call:hang-up', { callId: calls[0].id })
  await here.run(nodes.site.siteId, {
    name: 'tab:close',
    by: nodes.customer(0),
    tabId: ann.tabId,
    payload: { tabId: ann.tabId, nodeId: here.nodeId() },
  })
  expect(await purge(nodes.db, Date.now() + hour / 2)).toBe(0)
  expect(await purge(nodes.db, Date.now() + hour + 1_000)).toBe(1)
  expect(await count('entries')).toBeGreaterThan(said)
  const kept = await count('presences')
  await nodes.db.query("update presences set removed_at = $1 where channel = 'voice' and agent_id = $2", [
    Date.now(),
    nodes.site.agents[0],
  ])
  expect(await purge(nodes.db, Date.now() + day + 1_000)).toBe(2)
  expect(await count('presences')).toBe(kept - 1)
  expect(await count('tabs')).toBe(1)
  expect(await count('commands')).toBe(3)
  expect(await purge(nodes.db, Date.now() + 7 * day + 1_000)).toBe(3)
  expect(await count('commands')).toBe(0)
})
