import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { createPeer, type PeerOptions } from './peer-call.ts'

class FakeSimplePeer extends EventEmitter {
  static made: FakeSimplePeer[] = []
  readonly options: object
  readonly signal = vi.fn()
  readonly replaceTrack = vi.fn()
  readonly getStats = vi.fn((told: (error: null, items: object[]) => void) =>
    told(null, [{ type: 'inbound-rtp', kind: 'audio', packetsReceived: 7, packetsLost: 1, jitter: 0.004 }]),
  )
  readonly destroy = vi.fn(() => queueMicrotask(() => this.emit('close')))
  constructor(options: object) {
    super()
    this.options = options
    FakeSimplePeer.made.push(this)
  }
}
vi.mock('simple-peer', () => ({ default: FakeSimplePeer }))

const stream = {} as MediaStream
const optionsFor = (part: Partial<PeerOptions> = {}) => ({
  initiator: true,
  iceServers: [{ urls: ['stun:a'] }],
  relayOnly: false,
  stream,
  onSignal: vi.fn(),
  onRemoteStream: vi.fn(),
  onConnected: vi.fn(),
  onFailed: vi.fn(),
  ...part,
})

async function madePeer(): Promise<FakeSimplePeer> {
  await vi.dynamicImportSettled()
  const [peer] = FakeSimplePeer.made
  if (peer === undefined) throw new Error('no peer was made')
  return peer
}

beforeEach(() => {
  FakeSimplePeer.made = []
})

test.each([
  [true, 'relay'],
  [false, 'all'],
])(
  'a peer is given its servers and, with relayOnly %s, the policy "%s" inside its config',
  async (relayOnly, policy) => {
    createPeer(optionsFor({ relayOnly }))

    expect((await madePeer()).options).toEqual({
      initiator: true,
      stream,
      config: { iceServers: [{ urls: ['stun:a'] }], iceTransportPolicy: policy },
    })
  },
)

test('signals that come before the code is loaded reach the peer first, in order', async () => {
  const peer = createPeer(optionsFor())
  peer.signal('1')
  peer.signal('2')
  const made = await madePeer()
  peer.signal('3')

  expect(made.signal.mock.calls).toEqual([['1'], ['2'], ['3']])
})

test('a peer tells its signals as text, the remote sound and that it is connected', async () => {
  const options = optionsFor()
  createPeer(options)
  const made = await madePeer()
  made.emit('signal', { type: 'offer', sdp: 'v=0' })
  made.emit('stream', stream)
  made.emit('connect')

  expect(options.onSignal).toHaveBeenCalledWith('{"type":"offer","sdp":"v=0"}')
  expect(options.onRemoteStream).toHaveBeenCalledWith(stream)
  expect(options.onConnected).toHaveBeenCalledOnce()
})

test('a failed peer says so once, though an error and a close follow each other', async () => {
  const options = optionsFor()
  createPeer(options)
  const made = await madePeer()
  made.emit('error', new Error('ice'))
  made.emit('close')

  expect(options.onFailed).toHaveBeenCalledOnce()
  expect(made.destroy).toHaveBeenCalledOnce()
})

test('a peer closed by this side says nothing more, whatever the library still has to tell', async () => {
  const options = optionsFor()
  const peer = createPeer(options)
  const made = await madePeer()
  peer.close()
  made.emit('error', new Error('closed by the other side too'))
  made.emit('signal', { type: 'candidate' })
  made.emit('connect')
  peer.signal('late')

  expect(options.onFailed).not.toHaveBeenCalled()
  expect(options.onSignal).not.toHaveBeenCalled()
  expect(options.onConnected).not.toHaveBeenCalled()
  expect(made.signal).not.toHaveBeenCalled()
})

test('a peer that cannot take what the other side sent has failed, and nobody else is harmed', async () => {
  const options = optionsFor()
  const peer = createPeer(options)
  const made = await madePeer()
  made.signal.mockImplementation(() => {
    throw new TypeError('no signal')
  })
  peer.signal('null')

  expect(options.onFailed).toHaveBeenCalledOnce()
  expect(made.destroy).toHaveBeenCalledOnce()
})

test('a peer closed before its code is loaded is never made', async () => {
  const options = optionsFor()
  createPeer(options).close()
  await vi.dynamicImportSettled()

  expect(FakeSimplePeer.made).toEqual([])
  expect(options.onFailed).not.toHaveBeenCalled()
})

test('[VO12] a second microphone takes the place of the first, a third that of the second', async () => {
  const microphone = (name: string) => ({ getAudioTracks: () => [name] }) as unknown as MediaStream
  const [first, second, third] = ['first', 'second', 'third'].map(microphone) as [MediaStream, MediaStream, MediaStream]
  const peer = createPeer(optionsFor({ stream: first }))
  const made = await madePeer()
  peer.replaceSound(first, second)
  peer.replaceSound(second, third)
  expect(made.replaceTrack.mock.calls).toEqual([
    ['first', 'second', first],
    ['second', 'third', first],
  ])
})

test('[VO11] what the browser counts is told while the peer lives', async () => {
  const peer = createPeer(optionsFor())
  expect(await peer.sample()).toBeUndefined()
  await madePeer()
  expect(await peer.sample()).toEqual({ received: 7, lost: 1, jitterMs: 4, rttMs: 0 })
  peer.close()
  expect(await peer.sample()).toBeUndefined()
})
