import { beforeEach, expect, test, vi } from 'vitest'
import type { StreamId } from '../model/ids.ts'
import { ok, type Reply, refuse } from '../protocol/reply.ts'
import { type Attachment, createAttachments } from './attachments.ts'
import { type FilePart, PartError } from './post-file-part.ts'

const stream = '018f0000-0000-4000-8000-000000000001' as StreamId
const png = (size = 100, name = 'bag.png'): File =>
  new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10), new Uint8Array(size - 8)], name)
const accept = ({ name, offset, bytes }: FilePart) =>
  Promise.resolve({ received: offset + bytes.size, name, type: 'image/png' })

let list: readonly Attachment[]
let kept: string | null
let post: ReturnType<typeof vi.fn<(part: FilePart, signal: AbortSignal) => ReturnType<typeof accept>>>
let send: ReturnType<typeof vi.fn<(id: string, stream: string) => Promise<Reply<unknown>>>>

beforeEach(() => {
  list = []
  kept = null
  post = vi.fn(accept)
  send = vi.fn(async () => ok(null))
})

const open = () =>
  createAttachments({
    post,
    send,
    policy: () => ({ kinds: ['image'], maxBytes: 5_000_000 }),
    changed: (next) => {
      list = next
    },
    store: {
      load: () => kept,
      save: (text) => {
        kept = text
      },
    },
  })
const states = () => list.map(({ state }) => state)
const reach = (...wanted: string[]) => vi.waitFor(() => expect(states()).toEqual(wanted))

test('[FI11] what is chosen goes to the server at once, and becomes an entry only when it is sent', async () => {
  const attachments = open()
  attachments.add(stream, [png()])
  await reach('ready')
  expect(list[0]).toMatchObject({ name: 'bag.png', size: 100, received: 100 })
  expect(send).not.toHaveBeenCalled()
  attachments.sendAll(stream)
  await reach()
  expect(send).toHaveBeenCalledExactlyOnceWith(post.mock.calls[0]?.[0].fileId, stream)
})

test('[FI11] what is sent before it is there goes by itself when it is', async () => {
  let release = () => {}
  post.mockImplementationOnce(async (part) => {
    await new Promise<void>((resolve) => {
      release = resolve
    })
    return accept(part)
  })
  const attachments = open()
  attachments.add(stream, [png()])
  await vi.waitFor(() => expect(post).toHaveBeenCalled())
  attachments.sendAll(stream)
  expect(list[0]).toMatchObject({ state: 'uploading', wanted: true })
  release()
  await reach()
  expect(send).toHaveBeenCalledTimes(1)
})

test.each([
  ['too-large', png(5_000_001)],
  ['file-not-allowed', new File(['<svg onload="alert(1)">'], 'a.png')],
  ['file-not-allowed', new File(['%PDF-1.7'], 'a.pdf')],
  ['empty', new File([], 'a.png')],
])('[FI11] %s is said before a byte is sent', async (code, file) => {
  open().add(stream, [file])
  await reach('refused')
  expect(list[0]).toMatchObject({ code })
  expect(post).not.toHaveBeenCalled()
  expect(kept).toBeNull()
})

test('[FI11] a large file goes in parts, and after a broken line goes on where the server says', async () => {
  vi.useFakeTimers()
  const offsets: number[] = []
  let had = 0
  post.mockImplementation(async (part) => {
    offsets.push(part.offset)
    if (offsets.length === 2) had = part.offset + part.bytes.size
    if (offsets.length === 2 || offsets.length === 3) throw new PartError('offline')
    had = Math.max(had, part.offset === had ? part.offset + part.bytes.size : had)
    return { received: had, name: part.name, type: 'image/png' }
  })
  open().add(stream, [png(1_000_000)])
  await vi.advanceTimersByTimeAsync(100)
  expect(states()).toEqual(['waiting'])
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  await reach('ready')
  expect(offsets.slice(0, 4)).toEqual([0, 262_144, 262_144, 262_144])
  expect(offsets[4]).toBe(786_432)
})

test('[FI11] a refused upload can be tried again under the same id', async () => {
  post.mockRejectedValueOnce(new PartError('rate-limited'))
  const attachments = open()
  attachments.add(stream, [png()])
  await reach('failed')
  expect(list[0]).toMatchObject({ code: 'rate-limited' })
  const [one] = list
  if (one) attachments.retry(one.id)
  await reach('ready')
  expect(new Set(post.mock.calls.map(([part]) => part.fileId)).size).toBe(1)
})

test('[FI11] a refused command says why, and is tried again', async () => {
  send.mockResolvedValueOnce(refuse('closed'))
  const attachments = open()
  attachments.add(stream, [png()])
  await reach('ready')
  attachments.sendAll(stream)
  await reach('failed')
  expect(list[0]).toMatchObject({ code: 'closed' })
})

test('[FI11] a cancelled upload stops and leaves nothing', async () => {
  post.mockImplementation(
    (_part, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', reject)),
  )
  const attachments = open()
  attachments.add(stream, [png(), png(200, 'other.png')])
  await vi.waitFor(() => expect(post).toHaveBeenCalledTimes(1))
  post.mockImplementation(accept)
  const [one] = list
  if (one) attachments.remove(one.id)
  expect(post.mock.calls[0]?.[1].aborted).toBe(true)
  await reach('ready')
  expect(list[0]?.name).toBe('other.png')
})

test('[FI11] after a reload the page says what was not sent, and what was is forgotten', async () => {
  const attachments = open()
  attachments.add(stream, [png()])
  await reach('ready')
  const [one] = list
  open()
  expect(list).toMatchObject([{ id: one?.id, name: 'bag.png', state: 'lost' }])
  attachments.sendAll(stream)
  await vi.waitFor(() => expect(kept).toBeNull())
  kept = 'no json'
  open()
  expect(list).toEqual([])
})
