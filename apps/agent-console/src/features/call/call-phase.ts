import type { CallSessionState } from '@beckon/shared/client/call-session'
import type { CallView } from '@beckon/shared/model/call-view'

export type CallWord =
  | 'invited'
  | 'microphone'
  | 'joining'
  | 'connecting'
  | 'reconnecting'
  | 'talking'
  | 'muted'
  | 'elsewhere'
  | 'noMicrophone'
  | 'failed'

/** The state of the call in one word of the catalogue; `held`: this tab has the sound. */
export function callPhase(call: CallView, session: CallSessionState): { word: CallWord; held: boolean } {
  if (call.state === 'invited') return { word: 'invited', held: false }
  switch (session.phase) {
    case 'idle':
      return { word: 'joining', held: false }
    case 'needs-microphone':
      return { word: session.asking ? 'microphone' : 'joining', held: false }
    case 'microphone-refused':
      return { word: 'noMicrophone', held: false }
    case 'elsewhere':
      return { word: 'elsewhere', held: false }
    case 'failed':
      return { word: 'failed', held: false }
    case 'joining':
      return { word: session.connectedAt === null ? 'joining' : 'reconnecting', held: true }
    case 'connecting':
      return { word: session.connectedAt === null ? 'connecting' : 'reconnecting', held: true }
    case 'talking':
      return { word: session.muted ? 'muted' : 'talking', held: true }
  }
}
