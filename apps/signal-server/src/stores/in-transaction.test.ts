import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CommitNodes, commitNodes } from '../../testing/commit-node.ts'
import { inTransaction } from './in-transaction.ts'

let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 0, customers: 0 })
})
afterEach(() => nodes.close())

const rename = 'update sites set name = $1'
const names = async () =>
  (await nodes.db.query<{ name: string }>('select name from sites')).rows.map(({ name }) => name)

it('[DL19] who falls silent with a lock in hand lets go of it in seconds, and has written nothing', async () => {
  const [before] = await names()
  let wake = () => {}
  const silence = new Promise<void>((resolve) => {
    wake = resolve
  })
  let locked = () => {}
  const holding = new Promise<void>((resolve) => {
    locked = resolve
  })
  const silent = inTransaction(nodes.db, async (client) => {
    await client.query(rename, ['Silent'])
    locked()
    await silence
    await client.query('select 1')
  })
  const outcome = silent.catch((error: Error) => error.message)
  await holding
  const waited = nodes.db.query(rename, [`${before} Two`])

  await waited
  wake()
  expect(await outcome).toMatch(/idle-in-transaction timeout|terminated/)
  expect(await names()).toEqual([`${before} Two`])
  expect(nodes.db.idleCount + nodes.db.waitingCount).toBe(nodes.db.totalCount)
})

it('[DL19] a connection that breaks between two questions fails that one transaction and nothing else', async () => {
  const broken = inTransaction(nodes.db, async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const gone = new Promise((resolve) => client.once('end', resolve))
    await nodes.db.query('select pg_terminate_backend($1)', [rows[0]?.pid])
    await gone
  })

  await expect(broken).rejects.toThrow(/terminat/)
  expect(await inTransaction(nodes.db, async (client) => (await client.query('select 1 as one')).rows)).toEqual([
    { one: 1 },
  ])
})
