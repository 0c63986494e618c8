import type { CallId } from '../model/ids.ts'
import type { ErrorCode } from '../protocol/reply.ts'
import type { MicrophoneRefusal } from './microphone.ts'

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
  /** Peers are being made; a `connectedAt` says that they are being made again. */
  | ({ phase: 'connecting' } & WithMicrophone)
  | ({ phase: 'talking'; remoteStream: MediaStream | null } & WithMicrophone)
  /** Another tab of this person holds the sound; `answer` with `takeOver` moves it here. */
  | { phase: 'elsewhere'; callId: CallId }
  /** `no-path`: several peers in a row found no way to each other. `answer` tries once more. */
  | { phase: 'failed'; callId: CallId; cause: ErrorCode | 'no-path' }
