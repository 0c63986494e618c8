import type { Entry } from '@beckon/shared/model/entry'
import type { StreamId } from '@beckon/shared/model/ids'
import type pg from 'pg'
import { beforeEach, expect, it, vi } from 'vitest'
import { systemClock } from '../runtime/clock.ts'
import { systemIds } from '../runtime/ids.ts'
import { createLog } from '../runtime/log.ts'
import { noFaults } from './fault-points.ts'
import { FollowedStreams } from './followed-streams.ts'

const id = 'stream' as StreamId
let stored: number
let streams: FollowedStreams

const entry = (seq: number): Entry => ({
  streamId: id,
  seq,
  id: `${seq}`,
  order: seq,
  at: seq,
  author: { kind: 'agent', name: 'Ana' },
  body: { kind: 'message', text: `${seq}` },
})

/** Answers the two queries of this class from a stream of `stored` entries. */
const query = ({ name, values }: { name: string; values: unknown[] }) => {
  if (name === 'heads') return { rows: [{ id, head: stored }] }
  const [after = 0] = values[1] as number[]
  const rows = Array.from({ length: stored - after }, (_, i) => after + i + 1).map((seq) => {
    const { streamId, order, at, author, body } = entry(seq)
    return {
      stream_id: streamId,
      seq,
      id: `${seq}`,
      ord: order,
      at,
      author_kind: author.kind,
      author_name: author.name,
      body,
    }
  })
  return { rows }
}

const follow = (): number[] => {
  const got: number[] = []
  streams.follow(id, {
    side: 'customer',
    entries: (entries) => got.push(...entries.map(({ seq }) => seq)),
    typing: () => undefined,
  })
  return got
}

beforeEach(() => {
  stored = 0
  const clock = systemClock(() => 0)
  const db = { query: async (asked: { name: string; values: unknown[] }) => query(asked) } as unknown as pg.Pool
  const node = { id: 'node' as never }
  streams = new FollowedStreams({
    db,
    clock,
    ids: systemIds(clock.now),
    log: createLog('fatal'),
    node,
    at: noFaults,
  })
})

it('[DL15] what a poll read before this node heard of its own commit is told once', async () => {
  const ann = follow()
  streams.synced(id, 0)
  stored = 2
  await streams.poll()
  await vi.waitFor(() => expect(ann).toEqual([1, 2]))
  streams.deliver([entry(1), entry(2)])
  stored = 3
  streams.deliver([entry(3)])
  expect(ann).toEqual([1, 2, 3])
})

it('[DL15] what one page read by a sync is still told to the other pages', () => {
  const ann = follow()
  const twin = follow()
  streams.synced(id, 2)
  streams.deliver([entry(1)])
  streams.deliver([entry(2)])
  expect([ann, twin]).toEqual([
    [1, 2],
    [1, 2],
  ])
})

it('[DL9] a hole left by another node is read and told', async () => {
  const ann = follow()
  streams.synced(id, 1)
  stored = 3
  streams.deliver([entry(3)])
  await vi.waitFor(() => expect(ann).toEqual([3, 2, 3]))
})
