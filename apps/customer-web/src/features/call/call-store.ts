import type { CallSession, CallSessionState } from '@beckon/shared/client/call-session'
import type { MicrophoneRefusal } from '@beckon/shared/client/microphone'
import { createStore } from '../../components/create-store.ts'
import { keepInHost } from '../../realtime/host-store.ts'

interface CallStore {
  /** Fetches the code for calls, once. */
  load: () => Promise<CallSession>
  /** Loaded with the first call of this page. */
  session: CallSession | undefined
  state: CallSessionState
  /** For the click that the browser wants before it lets the sound out; undefined while it does not. */
  unblock: (() => void) | undefined
  /** The customer asked for a call here (also before a reload): this tab takes it as soon as there is one. */
  wanted: boolean
  /** The microphone could not be had before a call was asked for. */
  refusal: MicrophoneRefusal | undefined
  /** The browser asks for the microphone right now. */
  asking: boolean
}

export const noCall: CallStore = {
  load: () => Promise.reject(new Error('no line')),
  session: undefined,
  state: { phase: 'idle' },
  unblock: undefined,
  wanted: false,
  refusal: undefined,
  asking: false,
}
export const useCall = createStore<CallStore>(() => noCall)

/** Remembered in the host page, so that a reload brings the call back. */
export function wantCall(wanted: boolean): void {
  useCall.setState({ wanted })
  keepInHost('call', wanted ? '1' : null)
}

/** True while this tab has the microphone open. */
export const isInCall = ({ phase }: CallSessionState): boolean =>
  phase === 'joining' || phase === 'connecting' || phase === 'talking'
