import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type CommitNodes, commitNodes } from '../../testing/commit-node.ts'

let nodes: CommitNodes

beforeEach(async () => {
  nodes = await commitNodes({ agents: 1, customers: 1 })
})
afterEach(() => nodes.close())

/** A way to the database that can be shut. */
async function gate(to: string) {
  const target = new URL(to)
  const lines = new Set<Socket>()
  let refused = 0
  let isOpen = true
  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    if (!isOpen) {
      refused += 1
      near.destroy()
      return
    }
    const far = connect(Number(target.port), target.hostname)
    far.on('error', () => far.destroy())
    near.on('close', () => lines.delete(near) && far.destroy())
    far.on('close', () => near.destroy())
    lines.add(near)
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(to)
  url.hostname = '127.0.0.1'
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    lines: () => lines.size,
    refused: () => refused,
    shut() {
      isOpen = false
      for (const line of lines) line.destroy()
    },
    open: () => (isOpen = true),
    close: () => server.close(),
  }
}

it('[DL9] a node whose wake-up line was refused several times comes back with one line', async () => {
  const way = await gate(nodes.url)
  await nodes.node({ databaseUrl: way.url })
  expect(way.lines()).toBe(1)
  way.shut()
  await vi.waitFor(() => expect(way.refused()).toBeGreaterThanOrEqual(4), 5_000)
  way.open()
  await vi.waitFor(() => expect(way.lines()).toBeGreaterThanOrEqual(1), 5_000)
  // Whoever else were still trying would be here within the longest wait between two tries.
  const lines = await vi
    .waitFor(() => expect(way.lines()).toBeGreaterThan(1), 2_500)
    .then(
      () => 'several',
      () => 'one',
    )
  expect(lines).toBe('one')
  way.close()
})
