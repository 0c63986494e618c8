import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { HelloResponse } from '@beckon/shared/protocol/http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LiveNodes, liveNodes, type LivePage, say, soon } from '../../testing/live-nodes.ts'

/** Two nodes on one database: what one makes anew is new at the other. */
let live: LiveNodes
beforeAll(async () => {
  live = await liveNodes(2)
}, 30_000)
afterAll(() => live.close())

const reset = (node: number, origin = live.nodes[node]?.origin ?? '') =>
  fetch(`${live.nodes[node]?.origin}/demo/reset`, { method: 'POST', headers: { origin } })
const ask = (on: LivePage<unknown>) =>
  say(on, 'contact:request', { channel: 'chat', subject: 'lounge', bag: { items: [], trail: [] } })

/** Whether the visitor of this cookie is somebody. */
async function isKnown(cookie: string): Promise<boolean> {
  const { widget = '' } = live.nodes[1] ?? {}
  const headers = { origin: widget, cookie, 'content-type': 'application/json' }
  const body = JSON.stringify({ site: 'bluesky' })
  const answer = await fetch(`${widget}/widget/api/hello`, { method: 'POST', headers, body })
  return ((await answer.json()) as HelloResponse).cookieSeen
}

it('[DM5] the demo is made anew on both nodes: pages come again, nothing of before is there, and contacts go on', async () => {
  const cookie = await live.signIn(1, 'ana')
  const ana = await live.page<AgentView>(1, 'console', cookie)
  const before = await live.meet(1)
  const ann = await live.page<CustomerView>(1, 'customer', before)
  await ask(ann)
  await soon(() => expect(ana.views.at(-1)?.offers).toHaveLength(1))
  const madeAt = ana.views.at(-1)?.site.madeAt ?? 0

  expect((await reset(0)).status).toBe(204)
  await soon(() => expect([ana.socket.connected, ann.socket.connected]).toEqual([false, false]))
  expect(await isKnown(before)).toBe(false)
  const again = await live.page<AgentView>(1, 'console', cookie)
  expect(again.views.at(-1)).toMatchObject({ offers: [], work: [] })
  expect(again.views.at(-1)?.site.madeAt).toBeGreaterThan(madeAt)
  expect(again.views.at(-1)?.version).toBeGreaterThan(ana.views.at(-1)?.version ?? 0)

  const tom = await live.page<CustomerView>(0, 'customer', await live.meet(0))
  await ask(tom)
  await soon(() => expect(again.views.at(-1)?.offers).toHaveLength(1))
})

it('[DM5] many resets at once, in the middle of contacts, leave one demo and no error', async () => {
  const pages = await Promise.all(
    [0, 1, 0, 1].map(async (node) => live.page<CustomerView>(node, 'customer', await live.meet(node))),
  )
  const asking = pages.map((page) => ask(page).catch(() => undefined))
  const answers = await Promise.all([reset(0), reset(1), reset(0)])
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
  await Promise.all(asking)
  const tom = await live.page<CustomerView>(1, 'customer', await live.meet(1))
  await ask(tom)
  await soon(() => expect(tom.views.at(-1)?.interactions).toHaveLength(1))
})

it('[DM5] a page of another origin cannot have it made anew', async () => {
  expect((await reset(0, 'https://evil.example')).status).toBe(403)
})
