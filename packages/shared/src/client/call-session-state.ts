import type { CallView } from '../model/call-view.ts'
import type { CallId, TabId } from '../model/ids.ts'
import type { ErrorCode } from '../protocol/reply.ts'
import type { MicrophoneRefusal } from './microphone.ts'

/** `no-path`: several peers in a row found no way to each other. */
export type CallFailure = ErrorCode | 'no-path'

interface WithMicrophone {
  callId: CallId
  /** For a level meter (`createAudioLevel`); the same stream for the whole call. */
  microphone: MediaStream
  muted: boolean
  /** Epoch milliseconds, server time; null until both have heard each other once. */
  connectedAt: number | null
}

/** Where this tab stands in the call, if there is one. */
export type CallSessionState =
  | { phase: 'idle' }
  /** Nobody of this side holds the call: `answer` asks for the microphone. `asking`: the browser is asking now. */
  | { phase: 'needs-microphone'; callId: CallId; asking: boolean; muted: boolean }
  | { phase: 'microphone-refused'; callId: CallId; reason: MicrophoneRefusal }
  /** This tab has offered itself, or waits for the other side's tab. */
  | ({ phase: 'joining' } & WithMicrophone)
  /** Peers find each other; a `connectedAt` says that they do so again. A stream here is silent still. */
  | ({ phase: 'connecting'; remoteStream: MediaStream | null } & WithMicrophone)
  | ({ phase: 'talking'; remoteStream: MediaStream | null } & WithMicrophone)
  /** Another tab of this person holds the sound; `answer` with `takeOver` moves it here. */
  | { phase: 'elsewhere'; callId: CallId }
  /** `answer` tries once more. */
  | { phase: 'failed'; callId: CallId; cause: CallFailure }

/** What this tab has done about the call. */
export type Stage =
  | { kind: 'outside'; toldElsewhere: boolean }
  | { kind: 'asking' }
  | { kind: 'refused'; reason: MicrophoneRefusal }
  /** The microphone is open. `connected`: the present peer's sound flows. */
  | { kind: 'inside'; microphone: MediaStream; connected: boolean; remoteStream: MediaStream | null }
  | { kind: 'failed'; cause: CallFailure }
  /** Hung up or declined here; the server has not said so yet. */
  | { kind: 'left' }

/** The tab that holds this side's sound, by the server's word. */
export const holderOf = (call: CallView, side: 'customer' | 'agent'): TabId | null =>
  side === 'customer' ? call.customerTabId : call.agentTabId

/** Both tabs are there: peers are to be made, or live. */
export const isPaired = (call: CallView): boolean =>
  (call.state === 'connecting' || call.state === 'talking') && call.agentTabId !== null && call.customerTabId !== null

function insideState(
  call: CallView,
  { microphone, connected, remoteStream }: Extract<Stage, { kind: 'inside' }>,
  muted: boolean,
): CallSessionState {
  const held = { callId: call.id, microphone, muted, connectedAt: call.connectedAt }
  if (connected) return { phase: 'talking', remoteStream, ...held }
  if (isPaired(call) || call.connectedAt !== null) return { phase: 'connecting', remoteStream, ...held }
  return { phase: 'joining', ...held }
}

export function stateOf(
  call: CallView,
  stage: Stage,
  holder: 'nobody' | 'this-tab' | 'other-tab',
  muted: boolean,
): CallSessionState {
  const callId = call.id
  switch (stage.kind) {
    case 'left':
      return { phase: 'idle' }
    case 'inside':
      return insideState(call, stage, muted)
    case 'refused':
      return { phase: 'microphone-refused', callId, reason: stage.reason }
    case 'failed':
      return { phase: 'failed', callId, cause: stage.cause }
    case 'asking':
      return { phase: 'needs-microphone', callId, asking: true, muted }
    case 'outside':
      return stage.toldElsewhere || holder === 'other-tab'
        ? { phase: 'elsewhere', callId }
        : { phase: 'needs-microphone', callId, asking: false, muted }
  }
}

/** Every field is a primitive or a stream. */
export function isSame(one: CallSessionState, other: CallSessionState): boolean {
  const theirs = new Map<string, unknown>(Object.entries(other))
  const ours = Object.entries(one)
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.get(key) === value)
}
