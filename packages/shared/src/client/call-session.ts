import type { CallServers, CallView } from '../model/call-view.ts'
import type { CallId, TabId } from '../model/ids.ts'
import type { ErrorCode } from '../protocol/reply.ts'
import type { CallSample } from '../rules/call-quality.ts'
import { type CallConnection, type CallPeer, startCallPeer } from './call-peer.ts'
import { type CallSessionState, holderOf, isPaired, isSame, type Stage, stateOf } from './call-session-state.ts'
import { type CallSignals, createCallSignals } from './call-signals.ts'
import { askMicrophone, type MicrophoneRefusal, refusalOf } from './microphone.ts'
import { type CreatePeer, createPeer as createSimplePeer, preloadPeer } from './peer-call.ts'
import { createPreparedMicrophone, stopTracks } from './prepared-microphone.ts'

export type { CallSessionState } from './call-session-state.ts'

export interface CallSessionOptions {
  connection: CallConnection
  side: 'customer' | 'agent'
  /** Rejects with a `MicrophoneError` or what `getUserMedia` rejects with. */
  getMicrophone?: () => Promise<MediaStream>
  createPeer?: CreatePeer
}

export interface CallSession {
  /** The call of the newest view, null for none; to be called on every view. */
  update(call: CallView | null): void
  /**
   * After a click that asks for a call, before there is one: opens the microphone and holds it for the call this tab
   * is then named in, for `preparedMs` at most. Settles with why not, when it cannot.
   */
  prepare(): Promise<MicrophoneRefusal | undefined>
  /** Lets go of what was prepared for a call in which nobody of the other side is. */
  letGo(): void
  /** After a click: asks for the microphone, then holds the call in this tab. Settles when it does, or cannot. */
  answer(callId: CallId, options?: { takeOver?: boolean }): Promise<void>
  mute(on: boolean): void
  /** Asks `getMicrophone` again and speaks through what it gives; rejects as it does, and then the old one goes on. */
  changeMicrophone(): Promise<void>
  /** How the sound came through so far; undefined while there is none. */
  sample(): Promise<CallSample | undefined>
  hangUp(): Promise<void>
  decline(): Promise<void>
  /** The same object until something changed. */
  state(): CallSessionState
  subscribe(listener: () => void): () => void
}

/** The call of the present view and what this tab holds of it. */
interface LiveCall {
  view: CallView
  stage: Stage
  signals: CallSignals
  unfollow: () => void
  peer: CallPeer | undefined
  /** The epoch of the last peer made; 0 before the first. */
  peerEpoch: number
  /** The epoch this tab joined at, undefined until the server said yes. */
  joinedAt: number | undefined
  /** Who held this side when this tab asked to join. */
  holderBefore: TabId | null
  /** A view has named this tab as holder since the last join. */
  held: boolean
  /** Peers failed in a row. */
  failures: number
}

const failuresAllowed = 4
const noServers: CallServers = { iceServers: [], relayOnly: false }
const idle: CallSessionState = { phase: 'idle' }
/** Refusals of a goodbye that mean the call is gone anyway. */
const gone: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['not-found', 'closed', 'expired', 'conflict'])

export function createCallSession(options: CallSessionOptions): CallSession {
  const { connection, side, getMicrophone = askMicrophone, createPeer = createSimplePeer } = options
  const listeners = new Set<() => void>()
  let live: LiveCall | undefined
  let muted = false
  let state = idle
  const prepared = createPreparedMicrophone(getMicrophone, letGo)

  function publish(): void {
    const next = live === undefined ? idle : stateOf(live.view, live.stage, holder(live), muted)
    if (isSame(next, state)) return
    state = next
    const told = [...listeners]
    for (const listener of told) listener()
  }

  function holder(call: LiveCall): 'nobody' | 'this-tab' | 'other-tab' {
    const tab = holderOf(call.view, side)
    if (tab === null) return 'nobody'
    return tab === connection.tabId ? 'this-tab' : 'other-tab'
  }

  function enter(view: CallView): LiveCall {
    preloadPeer()
    muted = false
    const signals = createCallSignals(side)
    return {
      view,
      stage: { kind: 'outside', toldElsewhere: false },
      signals,
      // Before anything is awaited: a signal that comes while the person is asked for the microphone must not be lost.
      unfollow: connection.follow(view.streamId, signals.take),
      peer: undefined,
      peerEpoch: 0,
      joinedAt: undefined,
      holderBefore: null,
      held: false,
      failures: 0,
    }
  }

  /** Lets go of peer and microphone and stands at `stage` from now on. */
  function release(call: LiveCall, stage: Stage): void {
    if (call.stage.kind === 'inside') stopTracks(call.stage.microphone)
    call.peer?.close()
    call.peer = undefined
    call.joinedAt = undefined
    call.held = false
    call.failures = 0
    call.stage = stage
  }

  /** Does what the newest view asks of a tab that has answered. */
  function advance(call: LiveCall): void {
    if (call.stage.kind !== 'inside' || call.joinedAt === undefined) return
    const who = holder(call)
    // The answer to the join may be here before the view it made: an old view still names the old holder.
    const news = call.held || holderOf(call.view, side) !== call.holderBefore || call.view.epoch > call.joinedAt
    if (who === 'this-tab') {
      call.held = true
      // Who makes the offer may make it before the other side is there: it waits in the call's stream.
      const isWanted = isPaired(call.view) || (side === 'customer' && call.view.state === 'joining')
      if (isWanted && call.view.epoch > call.peerEpoch) makePeer(call, call.stage)
      if (isPaired(call.view)) call.peer?.expectAnswer()
    } else if (who === 'other-tab' && news) {
      release(call, { kind: 'outside', toldElsewhere: false })
    } else if (who === 'nobody' && call.held) {
      // The server took this tab for dead while its line was down.
      call.held = false
      void join(call, false)
    }
  }

  function makePeer(call: LiveCall, inside: Extract<Stage, { kind: 'inside' }>): void {
    call.peer?.close()
    const { id: callId, streamId, epoch, servers = noServers } = call.view
    call.peerEpoch = epoch
    const { microphone } = inside
    call.stage = { kind: 'inside', microphone, connected: false, remoteStream: null }
    const change = (part: { connected?: boolean; remoteStream?: MediaStream }) => {
      if (call.stage.kind === 'inside') call.stage = { ...call.stage, ...part }
      publish()
    }
    call.peer = startCallPeer({
      connection,
      createPeer,
      signals: call.signals,
      callId,
      streamId,
      epoch,
      initiator: side === 'customer',
      stream: microphone,
      servers,
      onRemoteStream: (remoteStream) => change({ remoteStream }),
      onConnected() {
        call.failures = 0
        change({ connected: true })
      },
      onFailed: () => peerFailed(call, epoch),
    })
  }

  function peerFailed(call: LiveCall, epoch: number): void {
    call.peer = undefined
    call.failures += 1
    if (call.stage.kind === 'inside') call.stage = { ...call.stage, connected: false, remoteStream: null }
    if (call.failures >= failuresAllowed) release(call, { kind: 'failed', cause: 'no-path' })
    // Refused when the call is over or the other side was first: the view tells which.
    else void connection.send('call:restart', { callId: call.view.id, epoch })
    publish()
  }

  async function join(call: LiveCall, takeOver: boolean): Promise<void> {
    const callId = call.view.id
    const { stage } = call
    call.holderBefore = holderOf(call.view, side)
    const reply = await connection.send('call:join', takeOver ? { callId, takeOver } : { callId })
    if (live !== call || call.stage.kind !== 'inside' || stage.kind !== 'inside') return
    if (call.stage.microphone !== stage.microphone) return
    if (reply.ok) joined(call, reply.value.epoch)
    else if (reply.error.code === 'call-elsewhere') release(call, { kind: 'outside', toldElsewhere: true })
    else release(call, { kind: 'failed', cause: reply.error.code })
    publish()
  }

  function joined(call: LiveCall, epoch: number): void {
    call.joinedAt = epoch
    // The peer of this epoch was tried and is gone: only a new epoch makes both sides try again.
    if (call.peer === undefined && epoch === call.peerEpoch) {
      void connection.send('call:restart', { callId: call.view.id, epoch })
    }
    advance(call)
  }

  /** Leaves at once for this person; the server is told, and the peer goes when it knows. */
  async function leave(name: 'call:hang-up' | 'call:decline'): Promise<void> {
    const call = live
    if (call === undefined || call.stage.kind === 'left') return
    const sent = connection.send(name, { callId: call.view.id })
    const { peer, stage } = call
    if (stage.kind === 'inside') stopTracks(stage.microphone)
    call.stage = { kind: 'left' }
    publish()
    if (connection.status() !== 'online') peer?.close()
    const reply = await sent
    if (live !== call) return
    const stays = !reply.ok && !gone.has(reply.error.code)
    release(call, stays ? { kind: 'outside', toldElsewhere: false } : { kind: 'left' })
    publish()
  }

  async function openMicrophone(call: LiveCall): Promise<MediaStream | undefined> {
    const asking: Stage = { kind: 'asking' }
    call.stage = asking
    publish()
    const isStillAsking = () => live === call && call.stage === asking
    try {
      const microphone = await (prepared.take() ?? getMicrophone())
      if (isStillAsking()) return microphone
      stopTracks(microphone)
    } catch (error) {
      if (isStillAsking()) call.stage = { kind: 'refused', reason: refusalOf(error) }
      publish()
    }
    return undefined
  }

  function letGo(): void {
    prepared.letGo()
    if (live?.stage.kind !== 'inside' || live.view.state !== 'joining') return
    release(live, { kind: 'outside', toldElsewhere: false })
    publish()
  }

  async function answer(call: LiveCall, takeOver: boolean): Promise<void> {
    const microphone = await openMicrophone(call)
    if (microphone === undefined) return
    call.stage = { kind: 'inside', microphone, connected: false, remoteStream: null }
    applyMute()
    publish()
    if (holder(call) !== 'this-tab') return join(call, takeOver)
    joined(call, call.view.epoch)
    publish()
  }

  function applyMute(): void {
    if (live?.stage.kind !== 'inside') return
    for (const track of live.stage.microphone.getAudioTracks()) track.enabled = !muted
  }

  return {
    update(view) {
      if (live !== undefined && live.view.id !== view?.id) {
        prepared.keep()
        release(live, { kind: 'left' })
        live.unfollow()
        live = undefined
      }
      if (view !== null) {
        live ??= enter(view)
        live.view = view
        if (live.stage.kind === 'outside' && holder(live) !== 'other-tab')
          live.stage = { kind: 'outside', toldElsewhere: false }
        if (prepared.isOpen() && live.stage.kind === 'outside' && holder(live) === 'this-tab') void answer(live, false)
        advance(live)
      }
      publish()
    },
    prepare() {
      letGo()
      preloadPeer()
      return prepared.open()
    },
    letGo,
    async answer(callId, { takeOver = false } = {}) {
      const call = live
      if (call === undefined || call.view.id !== callId) return
      if (call.stage.kind === 'asking' || call.stage.kind === 'inside' || call.stage.kind === 'left') return
      await answer(call, takeOver)
    },
    mute(on) {
      muted = on
      applyMute()
      publish()
    },
    async changeMicrophone() {
      const call = live
      // A join under way knows its attempt by the microphone.
      if (call?.stage.kind !== 'inside' || call.joinedAt === undefined) return
      const { microphone: before } = call.stage
      const next = await getMicrophone()
      const isStillInside = live === call && call.stage.kind === 'inside' && call.stage.microphone === before
      if (!isStillInside || next === before) return next === before ? undefined : stopTracks(next)
      call.peer?.replaceSound(before, next)
      call.stage = { ...call.stage, microphone: next }
      stopTracks(before)
      applyMute()
      publish()
    },
    sample: async () => live?.peer?.sample(),
    hangUp: () => leave('call:hang-up'),
    decline: () => leave('call:decline'),
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
