import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type SeededSite, seedSite } from '../testing/seed-site.ts'
import { bundleNode } from './bundle-node.ts'
import { type ChaosDatabase, startChaosDatabase } from './chaos-database.ts'
import { type Door, openDoor } from './door.ts'
import { newHistory } from './history.ts'
import { openPage, type Page, type View } from './page.ts'
import { random } from './random.ts'
import { tokenOf } from './test-sign-on.ts'
import { startTwoNodes, type TwoNodes } from './two-nodes.ts'

const bag = { items: [], trail: [] }
const tap = { forbidden: 'said nowhere', leaked: () => {}, stream: () => {}, wentBack: () => {} }
/** Silence (4 s), the sweep after it, and a pending offer's 5 s. */
const movesOnWithin = 15_000

let database: ChaosDatabase
let nodes: TwoNodes
let site: SeededSite
const doors: Door[] = []
const pages: Page<never>[] = []

beforeAll(async () => {
  database = await startChaosDatabase()
  nodes = await startTwoNodes(await bundleNode('real', database.folder), database.url)
}, 60_000)

beforeEach(async () => {
  site = await seedSite(database.db, { agents: 3, customers: 2 })
})

afterAll(async () => {
  for (const page of pages) page.abandon()
  await Promise.all(doors.map((door) => door.close()))
  await nodes.close()
  await database.close()
}, 30_000)

/** A person's page on one node, for good. */
async function pageOn<V extends View>(
  node: 0 | 1,
  kind: 'customer' | 'staff',
  person: string | undefined,
): Promise<Page<V>> {
  const door = await openDoor(nodes.ports, random(1), tap)
  door.prefer(nodes.ports[node])
  doors.push(door)
  const page = openPage<V>({
    history: newHistory(),
    origin: door.origin,
    endpoint: kind === 'staff' ? 'console' : 'customer',
    site: site.key,
    person: person ?? '',
    token: tokenOf(kind, person ?? ''),
    // An offer that is shown is not passed on as undelivered.
    onView: (view, own) => {
      if ('offers' in view) for (const { id } of view.offers) void own.send('offer:shown', { offerId: id })
    },
  })
  pages.push(page as unknown as Page<never>)
  await vi.waitFor(() => expect(page.view()).toBeDefined(), 10_000)
  return page
}

const available = (page: Page<AgentView>, intent: 'available' | 'unavailable') =>
  page.send('presence:set', { channel: 'chat', intent })
const offersOf = (page: Page<AgentView>) => page.view()?.offers ?? []

it('[DL10] [DL11] a stopped node disturbs nobody on the other; its agents are gone, their offers move on, and it comes back under a new name', async () => {
  const ana = await pageOn<AgentView>(0, 'staff', site.agents[0])
  const raj = await pageOn<AgentView>(1, 'staff', site.agents[1])
  const ann = await pageOn<CustomerView>(1, 'customer', site.customers[0])
  const tom = await pageOn<CustomerView>(1, 'customer', site.customers[1])

  await available(ana, 'unavailable')
  await ann.send('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(offersOf(raj)).toHaveLength(1), 10_000)
  await raj.send('offer:accept', { offerId: offersOf(raj)[0]?.id as never })
  await vi.waitFor(() => expect(ann.view()?.interactions[0]?.status).toBe('assigned'), 10_000)
  const conversation = ann.view()?.interactions[0]?.conversation as never
  await available(raj, 'unavailable')
  await available(ana, 'available')
  await tom.send('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(offersOf(ana)).toHaveLength(1), 10_000)
  await available(raj, 'available')

  nodes.node(0).kill('SIGSTOP')
  const gone = async () =>
    (await database.db.query('select 1 from agents where id = $1 and lost_at is not null', [site.agents[0]])).rowCount
  // While nobody has noticed yet, and while it is noticed, customer and agent of the other node talk on.
  let texts = 0
  await vi.waitFor(async () => {
    for (const page of [ann, raj]) {
      expect(await page.send('message:send', { streamId: conversation, text: `text ${texts}` })).toMatchObject({
        ok: true,
      })
      texts += 1
    }
    expect(await gone()).toBe(1)
  }, movesOnWithin)
  expect(texts).toBeGreaterThanOrEqual(10)
  await vi.waitFor(
    () => expect(ann.entries(conversation).filter(({ body }) => body.kind === 'message')).toHaveLength(texts),
    5_000,
  )

  await vi.waitFor(() => expect(offersOf(raj)).toHaveLength(1), movesOnWithin)
  expect(await raj.send('offer:accept', { offerId: offersOf(raj)[0]?.id as never })).toMatchObject({ ok: true })
  await vi.waitFor(() => expect(tom.view()?.interactions[0]?.status).toBe('assigned'), 5_000)

  const { rowCount: named } = await database.db.query('select 1 from nodes')
  nodes.node(0).kill('SIGCONT')
  await vi.waitFor(() => expect(nodes.tally.givenUp).toBe(1), 10_000)
  await vi.waitFor(async () => expect(await gone()).toBe(0), 20_000)
  await vi.waitFor(() => expect(ana.view()).toMatchObject({ overall: 'ready', offers: [], work: [] }), 10_000)
  expect((await database.db.query('select 1 from nodes')).rowCount).toBe((named ?? 0) + 1)
  expect(nodes.tally.crashes).toEqual([])
}, 90_000)

it('[DL20] [PR7] the pages of a node that stands still are on another within 15 s, and what rang there moved on after 5', async () => {
  const ana = await pageOn<AgentView>(0, 'staff', site.agents[0])
  // She does not come back: what rings for somebody who does would go on ringing.
  const stays = doors.at(-1)
  const li = await pageOn<AgentView>(0, 'staff', site.agents[2])
  const ann = await pageOn<CustomerView>(0, 'customer', site.customers[0])
  const raj = await pageOn<AgentView>(1, 'staff', site.agents[1])
  const tom = await pageOn<CustomerView>(1, 'customer', site.customers[1])
  for (const other of [li, raj]) await available(other, 'unavailable')
  await tom.send('contact:request', { channel: 'chat', bag })
  await vi.waitFor(() => expect(offersOf(ana)).toHaveLength(1), 10_000)
  const [offer] = offersOf(ana)
  await available(raj, 'available')

  nodes.node(0).kill('SIGSTOP')
  const stoppedAt = Date.now()
  for (const door of doors) if (door !== stays) door.prefer(nodes.ports[1])
  const onTheOther = async () =>
    (
      await database.db.query(
        `select 1 from tabs t join tabs other on other.node_id = t.node_id
          where t.id = any ($1) and t.closed_at is null and other.id = $2 and other.closed_at is null`,
        [[li.tabId, ann.tabId], raj.tabId],
      )
    ).rowCount
  await vi.waitFor(async () => expect(await onTheOther()).toBe(2), 15_000)
  const { rows } = await database.db.query<{ reason: string; endedAt: number }>(
    'select reason, ended_at as "endedAt" from offers where id = $1',
    [offer?.id],
  )
  expect(rows[0]).toMatchObject({ reason: 'agent-lost' })
  // A second more for a busy machine.
  expect((rows[0]?.endedAt ?? Number.NaN) - stoppedAt).toBeLessThan(6_000)
  nodes.node(0).kill('SIGCONT')
}, 60_000)
