import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CommitNodes, commitNodes } from '../../testing/commit-node.ts'
import { HeldConnection } from './held-connection.ts'

let nodes: CommitNodes
let held: HeldConnection

beforeEach(async () => {
  nodes = await commitNodes({ agents: 0, customers: 0 })
  held = new HeldConnection(nodes.db)
})
afterEach(async () => {
  held.release()
  await nodes.close()
})

const backend = () =>
  held.use(async (client) => (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid)

it('what is asked goes over one connection, and leaves in the turn in which it is asked', async () => {
  const first = await backend()
  let left = false
  const second = held.use(async (client) => {
    left = true
    return (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid
  })

  expect(left).toBe(true)
  expect(await second).toBe(first)
})

it('a connection that breaks while idle is replaced with the next use', async () => {
  const first = await backend()
  await nodes.db.query('select pg_terminate_backend($1)', [first])

  await expect.poll(() => backend().catch(() => first)).not.toBe(first)
})

it('a failure reaches the asker, and gives the connection back', async () => {
  const first = await backend()

  await expect(held.use((client) => client.query('select 1 / 0'))).rejects.toThrow('division by zero')
  expect(await backend()).not.toBe(first)
  expect(nodes.db.waitingCount).toBe(0)
})
