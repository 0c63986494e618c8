import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type LiveNodes, liveNodes, type LivePage, say, soon } from '../../../../testing/live-nodes.ts'

/** Two nodes on one database: what an administrator does at one holds at the other. */
let live: LiveNodes
beforeAll(async () => {
  live = await liveNodes(2)
}, 30_000)
afterAll(() => live.close())

const offered = (on: LivePage<AgentView>) => soon(() => on.views.at(-1)?.offers[0] ?? expect.fail('nothing is offered'))

async function accept(on: LivePage<AgentView>): Promise<void> {
  const { id: offerId } = await offered(on)
  await say(on, 'offer:shown', { offerId })
  await say(on, 'offer:accept', { offerId })
}

it('[RS6] a disabled agent’s chat goes on with another, nothing said is lost, and their page is cut within 5 s', async () => {
  const sam = await live.signIn(0, 'sam')
  const ana = await live.page<AgentView>(1, 'console', await live.signIn(1, 'ana'))
  const ann = await live.page<CustomerView>(1, 'customer', await live.meet(1))
  await say(ann, 'contact:request', { channel: 'chat', subject: 'lounge', bag: { items: [], trail: [] } })
  await accept(ana)
  await say(ann, 'message:send', { streamId: ann.views.at(-1)?.interactions[0]?.conversation, text: 'Is it open?' })
  const raj = await live.page<AgentView>(0, 'console', await live.signIn(0, 'raj'))
  const patch = (id: string | undefined, body: object) => live.ask(0, 'PATCH', `agents/${id}`, { cookie: sam, body })
  const listed = await live.ask(0, 'GET', 'agents', { cookie: sam })
  const { items } = (await listed.json()) as { items: { id: string; name: string }[] }
  const idOf = (name: string) => items.find((each) => each.name === name)?.id
  // A skill that is given counts on the other node at once, too: what waits for it comes.
  expect((await patch(idOf('Raj'), { skills: { lounge: 3 } })).status).toBe(200)

  const before = Date.now()
  expect((await patch(idOf('Ana'), { disabled: true })).status).toBe(200)
  await accept(raj)
  await soon(() => expect(ann.views.at(-1)?.interactions[0]).toMatchObject({ agentName: 'Raj' }))
  await soon(() => expect(ana.socket.connected).toBe(false))
  expect(ana.ended).toEqual(['unauthenticated'])
  expect(Date.now() - before).toBeLessThan(5_000)
  const work = raj.views.at(-1)?.work[0]
  const synced = await say(raj, 'stream:sync', { streamId: work?.conversation, after: 0 })
  expect(JSON.stringify(synced)).toContain('Is it open?')
})

it('[RS6] a handle is one agent’s; who is disabled has given it free, and comes back only without it', async () => {
  const sam = await live.signIn(0, 'sam')
  const listed = await live.ask(0, 'GET', 'agents', { cookie: sam })
  const { items } = (await listed.json()) as { items: { id: string; name: string; handle: string | null }[] }
  const idOf = (name: string) => items.find((each) => each.name === name)?.id
  const patch = async (name: string, body: object) => {
    const answer = await live.ask(1, 'PATCH', `agents/${idOf(name)}`, { cookie: sam, body })
    return [answer.status, ((await answer.json()) as { handle?: string }).handle]
  }
  expect(await patch('Omar', { handle: 'raj' })).toEqual([409, undefined])
  expect(await patch('Raj', { disabled: true })).toEqual([200, 'raj'])
  expect(await patch('Omar', { handle: 'raj' })).toEqual([200, 'raj'])
  expect(await patch('Raj', { disabled: false })).toEqual([409, undefined])
  expect(await patch('Raj', { disabled: false, handle: null })).toEqual([200, null])
})

it('[RS10] what is set at one node is so at the other without waiting', async () => {
  const sam = await live.signIn(0, 'sam')
  /** As the widget's page carries it. */
  const siteNow = async () => {
    const page = await (await fetch(`${live.nodes[1]?.widget}/widget/frame?site=bluesky`)).text()
    const data = / id="site">(.*?)<\/script>/.exec(page)?.[1] ?? ''
    return JSON.parse(data) as { name: string; subjects: { key: string }[] }
  }
  expect((await siteNow()).name).toBe('Blue Sky')
  const send = (method: string, path: string, body: object) => live.ask(0, method, path, { cookie: sam, body })
  await send('PATCH', 'site', { name: 'Bluer Sky' })
  await send('POST', 'subjects', { key: 'seats', name: 'Seats' })
  // The directory keeps what it read for 5 s: a second is too short for that to run out.
  await vi.waitFor(
    async () => {
      const site = await siteNow()
      expect([site.name, site.subjects.some(({ key }) => key === 'seats')]).toEqual(['Bluer Sky', true])
    },
    { timeout: 1_000 },
  )
  // A node's memory of the site follows as well: the subject is no longer an unknown one.
  const tom = await live.page<CustomerView>(1, 'customer', await live.meet(1))
  await say(tom, 'contact:request', { channel: 'chat', subject: 'seats', bag: { items: [], trail: [] } })
  await soon(() => expect(tom.views.at(-1)?.interactions[0]).toMatchObject({ subject: 'seats' }))
})

it('[RS16] an agent’s open page on another node learns that something was set', async () => {
  const sam = await live.signIn(0, 'sam')
  const omar = await live.page<AgentView>(1, 'console', await live.signIn(1, 'omar'))
  const before = omar.views.at(-1)?.site.configuredAt ?? 0
  await live.ask(0, 'POST', 'canned-replies', {
    cookie: sam,
    body: { key: 'strike', text: 'There is a strike today.' },
  })
  await soon(() => expect(omar.views.at(-1)?.site.configuredAt).toBeGreaterThan(before))
})
