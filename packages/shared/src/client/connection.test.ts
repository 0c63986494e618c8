import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CustomerView } from '../model/customer-view.ts'
import type { Entry } from '../model/entry.ts'
import type { CommandId, InteractionId, StreamId } from '../model/ids.ts'
import { ok, refuse } from '../protocol/reply.ts'
import { type ConnectOptions, type Connection, connect, type PendingCommand } from './connection.ts'
import { newId } from './new-id.ts'
import { startFreezingProxy } from './testing/freezing-proxy.ts'
import { commitOnce, entryOf, type ScriptedNode, startScriptedNode } from './testing/scripted-node.ts'

const streamId = newId<StreamId>()
const interactionId = newId<InteractionId>()
const viewOf = (version: number): CustomerView => ({
  version,
  now: 1_000 + version,
  customer: { name: `seen at ${version}`, identified: false },
  interactions: [],
})

let node: ScriptedNode
let open: { close(): void }[] = []

function page(options: Partial<ConnectOptions> = {}): Connection<CustomerView> {
  const connection = connect<CustomerView>({ origin: node.origin, endpoint: 'customer', site: 'bluesky', ...options })
  open.push(connection)
  return connection
}

/** Waits for what the network brings; looks again every few milliseconds. */
const soon = (expectation: () => void) => vi.waitFor(expectation, { interval: 5, timeout: 4_000 })
const online = (connection: Connection<CustomerView>) => soon(() => expect(connection.status()).toBe('online'))
const say = (connection: Connection<CustomerView>, text: string, id?: CommandId) =>
  connection.send('message:send', { streamId, text }, id)
const textsReceived = () =>
  node.received.filter(({ name }) => name === 'message:send').map(({ payload }) => (payload as { text: string }).text)
const idsReceived = (name: string) => node.received.filter((command) => command.name === name).map(({ id }) => id)
const idsCommitted = () => (node.streams.get(streamId) ?? []).map(({ id }) => id)

beforeEach(async () => {
  node = await startScriptedNode()
})
afterEach(async () => {
  for (const connection of open) connection.close()
  open = []
  await node.stop()
})

describe('a command', () => {
  test('is answered with the reply of the server, which knows page, site and protocol', async () => {
    node.script.set('contact:end', (_command, ack) => ack(refuse('not-found')))
    const connection = page()

    await expect(connection.send('contact:end', { interactionId })).resolves.toEqual(refuse('not-found'))
    expect(node.handshakes).toEqual([{ protocol: 1, tabId: connection.tabId, site: 'bluesky' }])
  })

  test('whose acknowledgement is lost with the line goes again under the same id and counts once', async () => {
    let lost = 0
    node.script.set('message:send', (command, ack) => {
      const appended = commitOnce(node, streamId, command.id)
      if (lost++ === 0) node.cut()
      else ack(ok(appended))
    })
    const connection = page()
    const reply = await say(connection, 'hello')

    expect(reply).toEqual(ok({ seq: 1, at: 1 }))
    expect(new Set(idsReceived('message:send'))).toEqual(new Set(idsCommitted()))
    expect(idsReceived('message:send')).toHaveLength(2)
  })

  test('left unanswered on a live line goes again under the same id, and late answers change nothing', async () => {
    const answers: (() => void)[] = []
    node.script.set('contact:end', (_command, ack, socket) => {
      answers.push(() => ack(ok(null)))
      socket.emit('stream:appended', [])
      if (answers.length === 2) for (const answer of answers) answer()
    })
    const connection = page({ ackTimeoutMs: 60 })
    const settled = vi.fn()

    await connection.send('contact:end', { interactionId }).then(settled)
    expect(new Set(idsReceived('contact:end')).size).toBe(1)
    expect(node.handshakes).toHaveLength(1)
    expect(settled).toHaveBeenCalledOnce()
  })

  test('sent over a wire that went dead in silence goes again over a new line', async () => {
    const wire = await startFreezingProxy(node.port)
    const connection = page({ origin: wire.origin, ackTimeoutMs: 80 })
    await online(connection)
    wire.freeze()

    await expect(say(connection, 'anybody?')).resolves.toEqual(ok({ seq: 1, at: 1 }))
    expect(wire.lines()).toBeGreaterThan(1)
    connection.close()
    await wire.stop()
  })

  test('of the site that is told "busy" is answered so at once', async () => {
    node.script.set('contact:end', (_command, ack) => ack(refuse('busy')))

    await expect(page().send('contact:end', { interactionId })).resolves.toEqual(refuse('busy'))
    expect(node.received).toHaveLength(1)
  })

  test('too large for a frame is refused before it can cut the line, by its bytes and not its characters', async () => {
    const connection = page()

    await expect(say(connection, 'ж'.repeat(16_384))).resolves.toEqual(refuse('too-large'))
    await expect(say(connection, 'x'.repeat(16_384))).resolves.toMatchObject({ ok: true })
    expect(connection.pending()).toEqual([])
  })

  test('that waits when the page closes its connection is answered "unavailable"', async () => {
    node.script.set('contact:end', () => undefined)
    const connection = page()
    const reply = connection.send('contact:end', { interactionId })
    await soon(() => expect(node.received).toHaveLength(1))
    connection.close()

    await expect(reply).resolves.toEqual(refuse('unavailable'))
    await expect(connection.send('contact:end', { interactionId })).resolves.toEqual(refuse('unavailable'))
  })
})

describe('a text', () => {
  test('is pending until acknowledged, and texts keep their order while the line breaks and the server says "later"', async () => {
    let tries = 0
    node.script.set('message:send', (command, ack) => {
      tries += 1
      if (tries === 2) return ack(refuse('rate-limited'))
      if (tries === 4) return node.cut()
      ack(ok(commitOnce(node, streamId, command.id)))
    })
    const connection = page()
    const ids = Array.from({ length: 5 }, () => newId<CommandId>())
    const replies = ids.map((id, index) => say(connection, `text ${index}`, id))

    expect(connection.pending().map(({ id }) => id)).toEqual(ids)
    await Promise.all(replies)
    expect(idsCommitted()).toEqual(ids)
    expect(connection.pending()).toEqual([])
  })

  test('refused for good leaves the pending ones and its sender is told why', async () => {
    node.script.set('message:send', (_command, ack) => ack(refuse('closed')))
    const connection = page()

    await expect(say(connection, 'too late')).resolves.toEqual(refuse('closed'))
    expect(connection.pending()).toEqual([])
  })

  test('left by an earlier page goes before those of this page', async () => {
    const left: PendingCommand = { id: newId(), name: 'message:send', payload: { streamId, text: 'earlier' }, at: 1 }
    const store = { load: vi.fn(async () => [left]), save: vi.fn() }
    const connection = page({ outbox: store })
    await say(connection, 'now')

    expect(textsReceived()).toEqual(['earlier', 'now'])
    expect(store.save.mock.lastCall).toEqual([[]])
  })

  test('outlives the page in the store while the server is away', async () => {
    await node.stop()
    const save = vi.fn()
    const connection = page({ outbox: { load: async () => [], save } })
    void say(connection, 'keep me')
    connection.close()

    expect(save.mock.lastCall).toMatchObject([[{ name: 'message:send', payload: { streamId, text: 'keep me' } }]])
    expect(connection.pending()).toHaveLength(1)
  })

  test('is sent although the store of the page cannot be read', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    const connection = page({ outbox: { load: () => Promise.reject(new Error('blocked')), save: () => undefined } })

    await expect(say(connection, 'hello')).resolves.toMatchObject({ ok: true })
    expect(warn).toHaveBeenCalledOnce()
    warn.mockRestore()
  })
})

describe('the view', () => {
  test('is the newest one; an older one that comes late is dropped', async () => {
    const connection = page()
    const changed = vi.fn()
    await online(connection)
    connection.subscribe(changed)
    for (const version of [5, 7, 6]) node.tell('view:changed', viewOf(version))
    node.tell('view:changed', viewOf(9))

    await soon(() => expect(connection.view()).toEqual(viewOf(9)))
    expect(changed).toHaveBeenCalledTimes(3)
  })

  test('brings the server clock: now() is what the server said, and runs on', async () => {
    const connection = page()
    await online(connection)
    node.tell('view:changed', viewOf(1))

    await soon(() => expect(connection.view()?.version).toBe(1))
    expect(connection.now()).toBeGreaterThanOrEqual(1_001)
    expect(connection.now()).toBeLessThan(60_000)
  })
})

describe('a followed stream', () => {
  const seen = (connection: Connection<CustomerView>): Entry[] => {
    const entries: Entry[] = []
    connection.follow(streamId, (batch) => entries.push(...batch))
    return entries
  }
  const seqs = (entries: Entry[]) => entries.map(({ seq }) => seq)
  const upTo = (head: number) => Array.from({ length: head }, (_, index) => index + 1)

  test('comes whole from its first entry, page by page', async () => {
    for (let i = 0; i < 450; i++) node.commit(streamId)
    const entries = seen(page())

    await soon(() => expect(seqs(entries)).toEqual(upTo(450)))
    expect(idsReceived('stream:sync')).toHaveLength(3)
  })

  test('has no gap and no repetition whatever is delivered late, twice or not at all', async () => {
    const entries = seen(page())
    await soon(() => expect(idsReceived('stream:sync')).toHaveLength(1))
    for (let i = 0; i < 6; i++) node.commit(streamId)
    const deliver = (...numbers: number[]) =>
      node.tell(
        'stream:appended',
        numbers.map((seq) => entryOf(streamId, seq)),
      )
    deliver(1)
    deliver(1, 2)
    deliver(5, 6)
    deliver(3)

    await soon(() => expect(seqs(entries)).toEqual(upTo(6)))
  })

  test('an entry that comes while a page of the past is under way is not lost', async () => {
    let first = true
    for (let i = 0; i < 3; i++) node.commit(streamId)
    node.script.set('stream:sync', ({ payload }, ack, socket) => {
      const { after } = payload as { after: number }
      const past = [...(node.streams.get(streamId) ?? [])]
      if (first) socket.emit('stream:appended', [node.commit(streamId)])
      first = false
      ack(ok({ entries: past.slice(after), head: past.length }))
    })
    const entries = seen(page())

    await soon(() => expect(seqs(entries)).toEqual([1, 2, 3, 4]))
  })

  test('brings what was missed while the line was cut, to each of its followers, and nothing after unfollow', async () => {
    const connection = page()
    const entries = seen(connection)
    const stopped: Entry[] = []
    const unfollow = connection.follow(streamId, (batch) => stopped.push(...batch))
    await soon(() => expect(idsReceived('stream:sync')).toHaveLength(1))
    unfollow()
    node.cut()
    await soon(() => expect(connection.status()).toBe('reconnecting'))
    for (let i = 0; i < 3; i++) node.commit(streamId)

    await soon(() => expect(seqs(entries)).toEqual([1, 2, 3]))
    expect(seqs(seen(connection))).toEqual([1, 2, 3])
    expect(stopped).toEqual([])
  })

  test('is asked for again while the server says "later"', async () => {
    node.commit(streamId)
    let refusals = 0
    node.script.set('stream:sync', (_command, ack) => {
      refusals += 1
      ack(refusals === 1 ? refuse('unavailable') : ok({ entries: [entryOf(streamId, 1)], head: 1 }))
    })
    const entries = seen(page())

    await soon(() => expect(seqs(entries)).toEqual([1]))
  })
})

describe('the line', () => {
  test('comes back after the server was away, and what was said meanwhile arrives', async () => {
    const connection = page()
    const statuses: string[] = [connection.status()]
    connection.subscribe(() => statuses.at(-1) === connection.status() || statuses.push(connection.status()))
    await online(connection)
    await node.stop()
    await soon(() => expect(connection.status()).toBe('reconnecting'))
    const reply = say(connection, 'are you back?')
    node = await startScriptedNode({ port: node.port, streams: node.streams })

    await expect(reply).resolves.toEqual(ok({ seq: 1, at: 1 }))
    expect(statuses).toEqual(['connecting', 'online', 'reconnecting', 'online'])
  })

  test('is made anew when the server says that it restarts', async () => {
    const connection = page()
    await online(connection)
    node.tell('server:restarting')

    await soon(() => expect(node.handshakes).toHaveLength(2))
    await online(connection)
    expect(new Set(node.handshakes.map(({ tabId }) => tabId))).toEqual(new Set([connection.tabId]))
  })

  test('is made by polling where WebSockets are refused', async () => {
    await node.stop()
    node = await startScriptedNode({ transports: ['polling'] })

    await expect(page().send('contact:end', { interactionId })).resolves.toEqual(ok(null))
  })

  test.each([
    ['unauthenticated', 'ended'],
    ['forbidden', 'ended'],
    ['upgrade-needed', 'upgrade-needed'],
  ])('refused as %s is %s, and the page does not knock again', async (code, status) => {
    node.door = () => code
    const connection = page()
    const reply = connection.send('contact:end', { interactionId })

    await expect(reply).resolves.toEqual(refuse(code as 'forbidden'))
    expect(connection.status()).toBe(status)
    expect(node.handshakes).toHaveLength(1)
  })

  test('refused as unavailable, or by an unknown error, is tried again', async () => {
    const refusals = ['unavailable', 'no words for this']
    node.door = () => refusals.shift()
    const connection = page()

    await online(connection)
    expect(node.handshakes).toHaveLength(3)
  })

  test('is given up when the server ends the session', async () => {
    const connection = page()
    await online(connection)
    node.tell('session:ended', 'unauthenticated')

    await soon(() => expect(connection.status()).toBe('ended'))
    await expect(connection.send('contact:end', { interactionId })).resolves.toEqual(refuse('unauthenticated'))
    expect(node.handshakes).toHaveLength(1)
  })
})
