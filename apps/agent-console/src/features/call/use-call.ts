import type { CallSession, CallSessionState } from '@beckon/shared/client/call-session'
import type { WorkView } from '@beckon/shared/model/agent-view'
import type { CallView } from '@beckon/shared/model/call-view'
import { clearAnswersHere, setAnswersHere } from '../../realtime/answering-tab.ts'
import { useCallStore } from '../../realtime/call-store.ts'

interface Call {
  /** Undefined without a line. */
  session: CallSession | undefined
  state: CallSessionState
  mute: (on: boolean) => void
  hangUp: () => void
  /** Only where answering makes sense: refused microphone, failed, or nobody of this side there yet. */
  answer: (() => void) | undefined
  takeOver: (() => void) | undefined
}

const canAnswer = (state: CallSessionState): boolean =>
  state.phase === 'microphone-refused' ||
  state.phase === 'failed' ||
  (state.phase === 'needs-microphone' && !state.asking)

/** What can be done about the call of one interaction. */
export function useCall(work: WorkView, call: CallView): Call {
  const { session, state } = useCallStore()
  const answer = (takeOver: boolean) => {
    setAnswersHere(work.id)
    void session?.answer(call.id, { takeOver })
  }
  return {
    session,
    state,
    mute: (on) => session?.mute(on),
    hangUp: () => {
      clearAnswersHere()
      void session?.hangUp()
    },
    answer: call.state !== 'invited' && canAnswer(state) ? () => answer(false) : undefined,
    takeOver: state.phase === 'elsewhere' ? () => answer(true) : undefined,
  }
}
