import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { queue } from '../../testing/site-scenario.ts'
import { type CommitNodes, commitNodes, commitPage } from '../../testing/commit-node.ts'
import { systemClock } from '../runtime/clock.ts'

let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 0 })
})
afterEach(() => nodes.close())

it('[QU14] a supervisor’s page hears of a queue that opens while nothing is committed', async () => {
  const ahead = Date.parse('2037-01-15T09:00:00Z') - 2_000 - Date.now()
  await nodes.db.query("update agents set roles = '{supervisor}'")
  const here = await nodes.node({ clock: systemClock(() => Date.now() + ahead) })
  const week = Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:00' }])
  await here.run(nodes.site.siteId, {
    name: 'routing:change',
    by: null,
    tabId: null,
    payload: {
      change: {
        queues: [queue('service', { channels: ['chat'], hours: 'day' })],
        hours: [{ key: 'day', zone: 'UTC', week, holidays: [] }],
      },
      seen: null,
      actor: { actorKind: 'operator', actorId: null, actorName: 'operator' },
    },
  })
  const mia = commitPage(here, { ...nodes.agent(0), roles: ['supervisor'] } as never)
  await vi.waitFor(() => expect(mia.views).not.toEqual([]))
  expect(mia.agentView().alerts).toEqual([])
  const { version } = mia.agentView()
  await vi.waitFor(() => expect(mia.agentView().alerts).toMatchObject([{ queue: 'service', waiting: 0 }]), 5_000)
  expect(mia.agentView().version).toBe(version)
})
