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

it('[DL10] nodes that stalled together, because the database did, do not give each other up', async () => {
  await nodes.node()
  await nodes.node()
  const ids = async (where: string) =>
    (await nodes.db.query<{ id: string }>(`select id from nodes where ${where}`)).rows
  const before = await ids('lost_at is null')
  expect(before).toHaveLength(2)
  // Nobody can say "I live" for longer than a node may be silent.
  await nodes.db.query('begin; lock table nodes; select pg_sleep(5); commit')
  const { rows } = await nodes.db.query<{ now: number }>(
    'select (extract(epoch from clock_timestamp()) * 1000)::bigint as now',
  )
  await vi.waitFor(async () => expect(await ids(`renewed_at > ${rows[0]?.now}`)).toHaveLength(2), 5_000)
  expect(await ids('lost_at is null')).toEqual(expect.arrayContaining(before))
})
