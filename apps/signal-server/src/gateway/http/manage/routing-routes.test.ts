import type { AgentView } from '@beckon/shared/model/agent-view'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { Queue } from '@beckon/shared/model/routing-settings'
import type { AuditItem } from '@beckon/shared/protocol/rest/audit'
import type { RoutingResource } from '@beckon/shared/protocol/rest/routing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LiveNodes, liveNodes, say, soon } from '../../../../testing/live-nodes.ts'

let live: LiveNodes
let sam: string
beforeAll(async () => {
  live = await liveNodes(2)
  sam = await live.signIn(0, 'sam')
}, 30_000)
afterAll(() => live.close())

const read = (node: number) => live.ask(node, 'GET', 'routing', { cookie: sam })
const patch = (body: object, headers: object = {}) => live.ask(0, 'PATCH', 'routing', { cookie: sam, body, headers })
const settings = async () => (await (await read(0)).json()) as RoutingResource
const queuesWith = (queues: readonly Queue[], key: string, own: Partial<Queue>) =>
  queues.map((queue) => (queue.key === key ? { ...queue, ...own } : queue))
const lastAudit = async () => {
  const { items } = (await (await live.ask(0, 'GET', 'audit?limit=1', { cookie: sam })).json()) as {
    items: AuditItem[]
  }
  return items[0]
}
const explain = async (query: string) =>
  (await live.ask(0, 'GET', `routing/explanation?${query}`, { cookie: await live.signIn(0, 'mia') })).json()

it('[RS15] an administrator changes a part of how the site routes, the rest stays, and the audit tells that part', async () => {
  const before = await settings()
  const agreements = [{ fromValue: 5, withinMs: 30_000, raise: 10 }]
  const answer = await patch({ agreements })
  expect([answer.status, await answer.json()]).toEqual([200, { ...before, agreements }])
  expect(await lastAudit()).toMatchObject({
    action: 'routing:change',
    target: 'routing',
    actor: { kind: 'staff', name: 'Sam' },
    before: { agreements: before.agreements },
    after: { agreements },
  })
  expect(Object.keys((await lastAudit())?.after ?? {})).toEqual(['agreements'])
})

it('[RS11] the example of the OpenAPI is one that the server takes', async () => {
  const api = (await (await fetch(`${live.nodes[0]?.origin}/openapi.json`)).json()) as {
    paths: Record<string, { patch: { requestBody: { content: { 'application/json': { example: object } } } } }>
  }
  const example = api.paths['/api/v1/routing']?.patch.requestBody.content['application/json'].example
  expect(example).toHaveProperty('signIn', 'all')
  const taken = await patch(example ?? {})
  expect([taken.status, await taken.json()]).toEqual([200, expect.objectContaining(example)])
  await patch({ signIn: null })
})

it('[RS2] a version holds on every node, and a change made from an older one is refused', async () => {
  const etag = String((await read(0)).headers.get('etag'))
  expect((await read(1)).headers.get('etag')).toBe(etag)
  const first = await patch({ agreements: [] }, { 'if-match': etag })
  const second = await patch({ agreements: [], values: [] }, { 'if-match': etag })
  expect([first.status, second.status]).toEqual([200, 412])
  expect((await settings()).values).not.toEqual([])
  expect(first.headers.get('etag')).toBe((await read(0)).headers.get('etag'))
})

it('[RS2] of many who change the same version at once one succeeds', async () => {
  const etag = String((await read(0)).headers.get('etag'))
  const all = await Promise.all(
    Array.from({ length: 6 }, (_each, i) =>
      patch({ interruptibleBy: { voice: [], chat: i % 2 ? ['voice'] : [] } }, { 'if-match': etag }),
    ),
  )
  expect(all.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(all.filter(({ status }) => status === 412)).toHaveLength(5)
})

it('[RU3] what makes no sense is refused with all that is wrong and where, and nothing is saved', async () => {
  const before = await settings()
  const queues = [
    ...queuesWith(before.queues, 'service', { hours: 'gone', overflow: { queue: 'disputes', atLength: 1 } }),
  ].map((queue) => (queue.key === 'disputes' ? { ...queue, overflow: { queue: 'service', atLength: 1 } } : queue))
  const answer = await patch({ queues, values: [{ when: { subject: 'gone' }, value: 1 }] })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8'])
  expect(await answer.json()).toMatchObject({
    code: 'unprocessable',
    problems: [
      { code: 'unknown-hours', at: 'queues.service.hours' },
      { code: 'circular-overflow', at: 'queues.service' },
      { code: 'circular-overflow', at: 'queues.disputes' },
      { code: 'unknown-subject', at: 'values.0' },
    ],
  })
  expect(await settings()).toEqual(before)
})

it('[RU4] a queue that nobody could ever serve is saved, and warned of whenever the settings are read', async () => {
  const { queues } = await settings()
  const warnings = [
    { code: 'nobody-serves', at: 'queues.disputes' },
    { code: 'nobody-serves', at: 'buttons.0' },
    { code: 'nobody-serves', at: 'subjects.card-dispute' },
  ]
  const saved = await patch({ queues: queuesWith(queues, 'disputes', { skills: { magic: 5 } }) })
  expect([saved.status, ((await saved.json()) as RoutingResource).warnings]).toEqual([200, warnings])
  expect((await settings()).warnings).toEqual(warnings)
  await patch({ queues })
  expect((await settings()).warnings).toEqual([])
})

it('[RU7] what is saved at one node decides at the other from then on, for who waits there as well', async () => {
  const { queues } = await settings()
  await patch({ queues: queuesWith(queues, 'service', { skills: { magic: 1 }, steps: [] }) })
  const ana = await live.page<AgentView>(1, 'console', await live.signIn(1, 'ana'))
  const ann = await live.page<CustomerView>(1, 'customer', await live.meet(1))
  await say(ann, 'contact:request', { channel: 'chat', subject: 'lounge', bag: { items: [], trail: [] } })
  expect(await explain('channel=chat&subject=lounge')).toMatchObject({ admitted: true, explanation: { chosen: null } })
  await patch({ queues })
  await soon(() => expect(ana.views.at(-1)?.offers).toHaveLength(1))
})

it('[RT13] a supervisor asks who would get a contact now, and is told whom, why, and why not the others', async () => {
  expect(await explain('channel=chat&subject=card-dispute&segment=gold')).toMatchObject({
    admitted: true,
    queue: 'disputes',
    position: 1,
    explanation: { nearest: expect.any(Array), others: expect.any(Object) },
  })
  const named = await explain('channel=chat&subject=card-dispute&agent=ana&customer=ann')
  expect(JSON.stringify(named)).toContain('Ana')
  const { queues, hours } = await settings()
  const shut = { key: 'never', zone: 'Europe/Oslo', week: Array.from({ length: 7 }, () => []), holidays: [] }
  await patch({ hours: [...hours, shut], queues: queuesWith(queues, 'disputes', { hours: 'never' }) })
  expect(await explain('channel=chat&subject=card-dispute')).toEqual({
    admitted: false,
    queue: 'disputes',
    reason: 'out-of-hours',
    instead: { opensAt: null, channels: [] },
  })
})
