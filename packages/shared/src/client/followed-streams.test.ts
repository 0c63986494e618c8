import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../model/entry.ts'
import type { StreamId } from '../model/ids.ts'
import { ok, type Reply, refuse } from '../protocol/reply.ts'
import { createFollowedStreams } from './followed-streams.ts'
import { newId } from './new-id.ts'
import { entryOf } from './testing/scripted-node.ts'

const streamId = newId<StreamId>()
const pageSize = 4

type Step =
  | { kind: 'commit'; count: number }
  /** The server sends what it committed from `from` on, at most `count`; late, twice, or never. */
  | { kind: 'deliver'; from: number; count: number }
  | { kind: 'answer' }
  | { kind: 'refuse' }
  | { kind: 'reconnect' }
  | { kind: 'follow' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('commit' as const), count: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    kind: fc.constant('deliver' as const),
    from: fc.integer({ min: 0, max: 20 }),
    count: fc.integer({ min: 0, max: 4 }),
  }),
  fc.constant({ kind: 'answer' as const }),
  fc.constant({ kind: 'refuse' as const }),
  fc.constant({ kind: 'reconnect' as const }),
  fc.constant({ kind: 'follow' as const }),
)

interface Asked {
  after: number
  head: number
}

/** A stream, the questions about it that wait for an answer, and the people who read it. */
function createWorld() {
  const committed: Entry[] = []
  const questions: { after: number; head: number; answer(reply: Reply<{ entries: Entry[]; head: number }>): void }[] =
    []
  const readers: Entry[][] = []
  const met = { holes: 0, repeats: 0, refusals: 0 }
  const streams = createFollowedStreams(
    (_stream, after) => new Promise((answer) => questions.push({ after, head: committed.length, answer })),
  )
  /** Read from the database as it was when the question came: what was committed since is not in it. */
  const page = ({ after, head }: Asked) =>
    ok({ entries: committed.slice(after, Math.min(head, after + pageSize)), head })

  async function settle(reply: (asked: Asked) => Reply<{ entries: Entry[]; head: number }>): Promise<void> {
    const question = questions.shift()
    question?.answer(reply(question))
    // The answer passes through a few promises.
    for (let i = 0; i < 5; i++) await Promise.resolve()
  }

  const act: { [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => void | Promise<void> } = {
    commit({ count }) {
      for (let i = 0; i < count; i++) committed.push(entryOf(streamId, committed.length + 1))
    },
    deliver({ from, count }) {
      const batch = committed.slice(from, from + count)
      const held = readers[0]?.length ?? 0
      if (batch.some(({ seq }) => seq <= held)) met.repeats += 1
      if ((batch[0]?.seq ?? 0) > held + 1) met.holes += 1
      streams.appended(batch)
    },
    answer: () => settle(page),
    refuse() {
      met.refusals += questions.length > 0 ? 1 : 0
      return settle(() => refuse('not-found'))
    },
    reconnect: () => streams.resync(),
    follow() {
      const entries: Entry[] = []
      readers.push(entries)
      streams.follow(streamId, (batch) => entries.push(...batch))
    },
  }
  return {
    committed,
    readers,
    met,
    run: (one: Step) => act[one.kind](one as never),
    /** The newest entry is delivered and every question is answered. */
    async drain() {
      streams.appended(committed.slice(-1))
      while (questions.length > 0) await settle(page)
    },
  }
}

describe('[CH] a followed stream', () => {
  test('is the same gap-free sequence for each reader, whatever comes late, twice, out of order or never', async () => {
    const totals = { holes: 0, repeats: 0, refusals: 0, readers: 0 }
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60, size: 'max' }), async (steps) => {
        const world = createWorld()
        await world.run({ kind: 'follow' })
        for (const one of steps) {
          await world.run(one)
          for (const entries of world.readers) expect(entries).toEqual(world.committed.slice(0, entries.length))
        }
        await world.drain()
        for (const entries of world.readers) expect(entries).toEqual(world.committed)
        for (const key of ['holes', 'repeats', 'refusals'] as const) totals[key] += world.met[key]
        totals.readers += world.readers.length
      }),
      { numRuns: 300 },
    )
    // The dice must have met what this is about.
    expect(Math.min(totals.holes, totals.repeats, totals.refusals)).toBeGreaterThan(100)
    expect(totals.readers).toBeGreaterThan(600)
  })

  test('delivered beyond a hole while its past is being asked for is complete without another word of the server', async () => {
    const world = createWorld()
    await world.run({ kind: 'commit', count: 2 })
    await world.run({ kind: 'follow' })
    await world.run({ kind: 'commit', count: 2 })
    await world.run({ kind: 'deliver', from: 3, count: 1 })
    for (let i = 0; i < 2; i++) await world.run({ kind: 'answer' })

    expect(world.readers).toEqual([world.committed])
  })
})

test('[CH] entries of several streams that come in one batch go each to the readers of its stream', () => {
  const streams = createFollowedStreams(() => new Promise(() => undefined))
  const [one, other] = [newId<StreamId>(), newId<StreamId>()]
  const read = new Map<StreamId, string[]>()
  for (const id of [one, other]) {
    streams.follow(id, (batch) => read.set(id, [...(read.get(id) ?? []), ...batch.map((entry) => entry.id)]))
  }
  streams.appended([entryOf(one, 1, 'a'), entryOf(other, 1, 'b'), entryOf(newId(), 1, 'x'), entryOf(one, 2, 'c')])

  expect(read.get(one)).toEqual(['a', 'c'])
  expect(read.get(other)).toEqual(['b'])
})

test('the streams of the last twenty closed conversations stay at hand, older ones are let go', async () => {
  const asked: [StreamId, number][] = []
  const streams = createFollowedStreams(async (id, after) => {
    asked.push([id, after])
    return ok({ entries: after === 0 ? [entryOf(id, 1)] : [], head: 1 })
  })
  const ids = Array.from({ length: 22 }, () => newId<StreamId>())
  for (const id of ids) {
    const unfollow = streams.follow(id, () => undefined)
    await Promise.resolve()
    await Promise.resolve()
    unfollow()
  }
  asked.length = 0
  for (const id of [ids[0], ids[21]] as [StreamId, StreamId]) streams.follow(id, () => undefined)

  expect(asked).toEqual([
    [ids[0], 0],
    [ids[21], 1],
  ])
})
