import type { CallServers } from '../model/call-view.ts'
import type { CallId, StreamId } from '../model/ids.ts'
import type { CallSignals } from './call-signals.ts'
import type { Connection } from './connection.ts'
import type { AgentView } from '../model/agent-view.ts'
import type { CreatePeer, Peer } from './peer-call.ts'
import { createSignalBatch, signalsIn } from './signal-batch.ts'

/** What a call needs of the page's connection, whichever side it serves. */
export type CallConnection = Pick<Connection<AgentView>, 'tabId' | 'status' | 'send' | 'follow'>

export interface CallPeerOptions {
  connection: CallConnection
  createPeer: CreatePeer
  signals: CallSignals
  callId: CallId
  streamId: StreamId
  epoch: number
  initiator: boolean
  stream: MediaStream
  /** Fresh for this epoch: credentials of an earlier one may be used up. */
  servers: CallServers
  onRemoteStream(stream: MediaStream): void
  onConnected(): void
  /** At most once, never after `close`. */
  onFailed(): void
}

export interface CallPeer extends Pick<Peer, 'replaceSound' | 'sample'> {
  /** The other side is there: one that does not answer within `connectPatienceMs` counts as failed. */
  expectAnswer(): void
  close(): void
}

/** A peer whose other side never answers does not fail by itself: after this it counts as failed. */
export const connectPatienceMs = 20_000

/** The peer of one epoch, its signals carried both ways over the call's stream. */
export function startCallPeer(options: CallPeerOptions): CallPeer {
  const { connection, callId, streamId, epoch } = options
  let over = false
  let isConnected = false
  let patience: ReturnType<typeof setTimeout> | undefined

  function close(): void {
    over = true
    clearTimeout(patience)
    batch.drop()
    peer.close()
  }

  function fail(): void {
    if (over) return
    close()
    options.onFailed()
  }

  function connected(): void {
    isConnected = true
    clearTimeout(patience)
    void connection.send('call:connected', { callId, epoch })
    options.onConnected()
  }

  function expectAnswer(): void {
    if (!over && !isConnected) patience ??= setTimeout(fail, connectPatienceMs)
  }

  // A refused signal needs no answer here: the call is over, or the epoch is, and the view says so.
  const batch = createSignalBatch((data) => void connection.send('call:signal', { streamId, epoch, data }))
  const peer = options.createPeer({
    initiator: options.initiator,
    ...options.servers,
    stream: options.stream,
    onSignal: batch.add,
    onRemoteStream: options.onRemoteStream,
    onConnected: connected,
    onFailed: fail,
  })
  options.signals.connect(epoch, (list) => signalsIn(list).forEach(peer.signal))
  return { expectAnswer, replaceSound: peer.replaceSound, sample: peer.sample, close }
}
