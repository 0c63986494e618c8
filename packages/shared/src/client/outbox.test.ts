import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CommandId, InteractionId, StreamId } from '../model/ids.ts'
import type { CommandName } from '../protocol/commands.ts'
import { ok, type Reply, refuse } from '../protocol/reply.ts'
import { newId } from './new-id.ts'
import { createOutbox, type OutboxOptions } from './outbox.ts'

interface Sent {
  name: CommandName
  id: string
  reply(reply: Reply<unknown>): void
}

function createWorld(options: Partial<OutboxOptions> = {}) {
  const sent: Sent[] = []
  const unanswered = vi.fn()
  const world = { online: true }
  const outbox = createOutbox({
    line: {
      online: () => world.online,
      emit: (name, { id }, reply) => void sent.push({ name, id, reply }),
      unanswered,
    },
    now: () => 1,
    changed: () => undefined,
    ackTimeoutMs: 5_000,
    store: undefined,
    ...options,
  })
  return {
    outbox,
    sent,
    unanswered,
    world,
    names: () => sent.map(({ name }) => name),
    ids: () => sent.map(({ id }) => id),
  }
}

const [one, other] = [newId<StreamId>(), newId<StreamId>()]
const interactionId = newId<InteractionId>()
const id = () => newId<CommandId>()

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the outbox', () => {
  test('has one text of a stream under way at a time, and does not hold back other streams or commands', () => {
    const { outbox, sent } = createWorld()
    const ids = [id(), id(), id()]
    void outbox.put('message:send', { streamId: one, text: '1' }, ids[0] as CommandId)
    void outbox.put('message:send', { streamId: one, text: '2' }, ids[1] as CommandId)
    void outbox.put('note:add', { streamId: other, text: '3' }, ids[2] as CommandId)
    void outbox.put('contact:end', { interactionId }, id())
    expect(sent.map(({ name }) => name)).toEqual(['message:send', 'note:add', 'contact:end'])
    sent[0]?.reply(ok({ seq: 1, at: 1 }))

    expect(sent.slice(3).map((frame) => frame.id)).toEqual([ids[1]])
  })

  test('sends the signals of a call at once, in order, and forgets them with the page', () => {
    const { outbox, ids } = createWorld()
    const signals = [id(), id(), id()]
    for (const signal of signals) void outbox.put('call:signal', { streamId: one, epoch: 1, data: '' }, signal)

    expect(ids()).toEqual(signals)
    expect(outbox.pending()).toEqual([])
  })

  test('tells of a refused text that an earlier page left, for nobody here waits for its reply', async () => {
    const left = { id: id(), name: 'message:send' as const, payload: { streamId: one, text: 'x' }, at: 1 }
    const refused = vi.fn()
    const { sent } = createWorld({ refused, store: { load: async () => [left], save: () => undefined } })
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    sent[0]?.reply(refuse('closed'))
    expect(refused.mock.calls).toEqual([[left, 'closed']])
  })

  test('asks a silent server again after 5, 10, 15 and then every 20 seconds, and reports each silence', () => {
    const { outbox, sent, unanswered } = createWorld()
    void outbox.put('contact:end', { interactionId }, id())
    const counts = [5, 10, 15, 20, 20].map((seconds) => {
      vi.advanceTimersByTime(seconds * 1_000 - 1)
      const before = sent.length
      vi.advanceTimersByTime(1)
      return [before, sent.length]
    })

    expect(counts).toEqual([1, 2, 3, 4, 5].map((n) => [n, n + 1]))
    expect(unanswered).toHaveBeenCalledTimes(5)
  })

  test('lets a late yes count, but not a late no while the command is asked again', async () => {
    const { outbox, sent } = createWorld()
    const reply = outbox.put('contact:end', { interactionId }, id())
    vi.advanceTimersByTime(5_000)
    sent[0]?.reply(refuse('not-found'))
    sent[1]?.reply(ok(null))
    sent[1]?.reply(refuse('conflict'))

    await expect(reply).resolves.toEqual(ok(null))
  })

  test.each<[CommandName, unknown]>([
    ['message:send', { streamId: one, text: 'x' }],
    ['call:signal', { streamId: one, epoch: 1, data: '' }],
    ['stream:sync', { streamId: one, after: 0 }],
  ])('repeats %s after a pause when the server says "later", however often', async (name, payload) => {
    const { outbox, sent } = createWorld()
    const reply = outbox.put(name, payload, id())
    for (const code of ['busy', 'rate-limited', 'unavailable'] as const) {
      const before = sent.length
      sent.at(-1)?.reply(refuse(code))
      expect(sent).toHaveLength(before)
      vi.advanceTimersByTime(10_000)
      expect(sent).toHaveLength(before + 1)
    }
    sent.at(-1)?.reply(ok('done'))

    await expect(reply).resolves.toEqual(ok('done'))
  })

  test('joins a text that waits already instead of sending it twice', async () => {
    const { outbox, sent } = createWorld()
    const same = id()
    const replies = [1, 2].map(() => outbox.put('message:send', { streamId: one, text: 'x' }, same))
    expect(sent).toHaveLength(1)
    sent[0]?.reply(ok('once'))

    await expect(Promise.all(replies)).resolves.toEqual([ok('once'), ok('once')])
  })

  test('holds new texts back for two seconds at most while a store does not answer', () => {
    const { outbox, names } = createWorld({
      store: { load: () => new Promise(() => undefined), save: () => undefined },
    })
    void outbox.put('message:send', { streamId: one, text: 'x' }, id())
    void outbox.put('contact:end', { interactionId }, id())
    expect(names()).toEqual(['contact:end'])
    vi.advanceTimersByTime(2_000)

    expect(names()).toEqual(['contact:end', 'message:send'])
  })

  test('runs no timer when nothing waits', () => {
    const { outbox, sent } = createWorld()
    void outbox.put('message:send', { streamId: one, text: 'x' }, id())
    sent[0]?.reply(ok(null))

    expect(vi.getTimerCount()).toBe(0)
  })

  test('loses no text, doubles none and keeps their order, whatever is lost, refused for now or cut', () => {
    const met = { cuts: 0, lostAcks: 0, lostFrames: 0, later: 0 }
    const fault = fc.constantFrom('none', 'none', 'lostFrame', 'lostAck', 'later', 'cut')
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.array(fault, { maxLength: 40 }), (count, faults) => {
        const { outbox, sent, world } = createWorld()
        const committed: string[] = []
        const put = Array.from({ length: count }, id)
        const settled = vi.fn()
        for (const text of put) void outbox.put('message:send', { streamId: one, text: 'x' }, text).then(settled)

        for (let frame = 0; frame < sent.length && frame < 200; frame++) {
          const { id: text, reply } = sent[frame] as Sent
          const what = faults[frame] ?? 'none'
          if (what === 'lostFrame') met.lostFrames += 1
          else if (what === 'later') {
            met.later += 1
            reply(refuse('busy'))
          } else {
            if (!committed.includes(text)) committed.push(text)
            if (what === 'none') reply(ok(null))
            else if (what === 'lostAck') met.lostAcks += 1
            else {
              met.cuts += 1
              world.online = false
              outbox.disconnected()
              world.online = true
              outbox.connected()
            }
          }
          vi.advanceTimersByTime(20_000)
        }
        expect(committed).toEqual(put)
        expect(outbox.pending()).toEqual([])
      }),
      { numRuns: 200 },
    )
    expect(Math.min(...Object.values(met))).toBeGreaterThan(50)
  })
})
