import type { TabId } from '@beckon/shared/model/ids'
import { expect, it } from 'vitest'
import { commitNodes, commitPage } from '../../testing/commit-node.ts'
import type { Table } from '../domain/rows.ts'
import { readLiveRows } from './live-rows.ts'
import { readChangedRows } from './site-rows.ts'

it('[DL6] a row reads the same at a start and after a change, and what has ended is not read at a start', async () => {
  const nodes = await commitNodes({ agents: 2, customers: 3 })
  try {
    const { siteId } = nodes.site
    const here = await nodes.node()
    const bag = { items: [{ key: 'flight', value: 'BS117', source: 'button' as const }], trail: [] }
    const ana = commitPage(here, nodes.agent(0))
    await ana.open()
    for (const n of [0, 1, 2]) {
      const customer = commitPage(here, nodes.customer(n))
      await customer.open()
      await customer.run('contact:request', { channel: 'chat', bag })
    }
    const [leaving] = (await readLiveRows(nodes.db, siteId))?.rows.interactions ?? []
    await nodes.db.query(`update interactions set status = 'closed', closed_at = 1, offer_id = null where id = $1`, [
      leaving?.id,
    ])
    await nodes.db.query(`insert into paces values (gen_random_uuid(), $1, 1, 'service', 'chat', 3, 1.5)`, [siteId])
    const { rows: live, ...head } = (await readLiveRows(nodes.db, siteId)) ?? { rows: {} }
    const { rows: all, ...headThen } = (await readChangedRows(nodes.db, siteId, -1)) ?? { rows: {} }
    expect(head).toEqual(headThen)
    for (const table of Object.keys(all) as Table[]) {
      const known = new Map<string, object>((all[table] ?? []).map((row) => [row.id, row]))
      for (const row of live[table] ?? []) expect(known.get(row.id)).toMatchObject(row)
    }
    expect(live.interactions).toHaveLength(2)
    expect(live.customers).toHaveLength(2)
    expect(live.dataSessions).toHaveLength(2)
    expect(live.agents).toHaveLength(2)
    expect(live.paces).toMatchObject([{ samples: 3, handlingMs: 1.5 }])
    expect(live.tabs?.map(({ id }) => id)).toContain<TabId>(ana.tabId)
  } finally {
    await nodes.close()
  }
})
