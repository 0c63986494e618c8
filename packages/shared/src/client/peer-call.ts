import type SimplePeer from 'simple-peer'
import type { CallServers } from '../model/call-view.ts'
import type { CallSample } from '../rules/call-quality.ts'
import { readSample, type StatItem } from './read-sample.ts'

export interface PeerOptions extends CallServers {
  initiator: boolean
  /** This side's sound. */
  stream: MediaStream
  /** One signal for the other side; opaque, to be handed over in order. */
  onSignal(data: string): void
  onRemoteStream(stream: MediaStream): void
  onConnected(): void
  /** The peer is gone and will not come back; at most once, and never after `close`. */
  onFailed(error: Error): void
}

export interface Peer {
  /** A signal of the other side's peer. */
  signal(data: string): void
  /** From now on the other side hears `next` instead of `before`. */
  replaceSound(before: MediaStream, next: MediaStream): void
  /** How the sound came through so far; undefined before any did. */
  sample(): Promise<CallSample | undefined>
  close(): void
}

export type CreatePeer = (options: PeerOptions) => Peer

const loadSimplePeer = () => import('simple-peer')

/** Fetches the voice code ahead of the first peer. A failure is no news yet: the peer fails and says so. */
export const preloadPeer = (): void => {
  loadSimplePeer().catch(() => undefined)
}

/** Its statistics are documented and missing in its types. */
type Instance = SimplePeer.Instance & {
  getStats?: (told: (error: Error | null, items?: readonly StatItem[]) => void) => void
}

const statsOf = (peer: Instance): Promise<CallSample | undefined> =>
  new Promise((resolve) => {
    if (peer.getStats === undefined) resolve(undefined)
    else peer.getStats((_error, items = []) => resolve(readSample(items)))
  })

/** A stream has one track here, the microphone; the library knows the sender by the stream it `began` with. */
function replaceTrack(peer: Instance, before: MediaStream, next: MediaStream, began: MediaStream): void {
  const [old] = before.getAudioTracks()
  const [fresh] = next.getAudioTracks()
  if (old !== undefined && fresh !== undefined) peer.replaceTrack(old, fresh, began)
}

function wire(peer: Instance, options: PeerOptions, failed: (error: Error) => void): void {
  peer.on('signal', (data) => options.onSignal(JSON.stringify(data)))
  peer.on('stream', options.onRemoteStream)
  peer.on('connect', options.onConnected)
  // The other side's goodbye may arrive as an error or as a plain close.
  peer.on('error', failed)
  peer.on('close', () => failed(new Error('the peer was closed by the other side')))
}

/** One WebRTC peer. It cannot be repaired: on failure make another, with fresh servers. */
export const createPeer: CreatePeer = (options) => {
  let over = false
  let peer: Instance | undefined
  const early: string[] = []

  const failed = (error: Error) => {
    if (over) return
    over = true
    peer?.destroy()
    options.onFailed(error)
  }

  /** What makes the library throw was no signal of ours: no peer can come of it. */
  const hear = (to: Instance, data: string) => {
    try {
      to.signal(data)
    } catch (error) {
      failed(error instanceof Error ? error : new Error('no signal'))
    }
  }

  const start = ({ default: Peer }: { default: SimplePeer.SimplePeer }) => {
    if (over) return
    peer = new Peer({
      initiator: options.initiator,
      stream: options.stream,
      // The policy counts only in here; without `iceServers` the library would ask servers of others.
      config: { iceServers: [...options.iceServers], iceTransportPolicy: options.relayOnly ? 'relay' : 'all' },
    })
    wire(
      peer,
      unlessOver(options, () => over),
      failed,
    )
    for (const data of early) hear(peer, data)
  }

  loadSimplePeer().then(start).catch(failed)

  return {
    signal(data) {
      if (over) return
      if (peer === undefined) early.push(data)
      else hear(peer, data)
    },
    replaceSound(before, next) {
      if (peer !== undefined && !over) replaceTrack(peer, before, next, options.stream)
    },
    sample: async () => (peer === undefined || over ? undefined : statsOf(peer)),
    close() {
      over = true
      peer?.destroy()
    },
  }
}

/** Late events of a peer that was given up reach nobody. */
function unlessOver(options: PeerOptions, isOver: () => boolean): PeerOptions {
  const guard =
    <Args extends unknown[]>(tell: (...args: Args) => void) =>
    (...args: Args) => {
      if (!isOver()) tell(...args)
    }
  return {
    ...options,
    onSignal: guard(options.onSignal),
    onRemoteStream: guard(options.onRemoteStream),
    onConnected: guard(options.onConnected),
  }
}
