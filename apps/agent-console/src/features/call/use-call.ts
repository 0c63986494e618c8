import { type CallSession, type CallSessionState, createCallSession } from '@beckon/shared/client/call-session'
import type { WorkView } from '@beckon/shared/model/agent-view'
import type { CallView } from '@beckon/shared/model/call-view'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useConnection } from '../../realtime/connection-context.ts'
import { answersHere, clearAnswersHere, setAnswersHere } from './answering-tab.ts'

interface Call {
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

/** Holds the call of one interaction; the tab that accepted or invited answers by itself, once, when it can. */
export function useCall(work: WorkView, call: CallView): Call {
  const connection = useConnection()
  const [session] = useState<CallSession>(() => createCallSession({ connection, side: 'agent' }))
  const state = useSyncExternalStore(session.subscribe, session.state)
  const [asked, setAsked] = useState(false)
  useEffect(() => session.update(call), [session, call])
  useEffect(() => () => session.update(null), [session])
  const ready = call.state !== 'invited' && state.phase === 'needs-microphone' && !state.asking
  useEffect(() => {
    if (!ready || asked || !answersHere(work.id)) return
    setAsked(true)
    void session.answer(call.id)
  }, [session, ready, asked, work.id, call.id])
  const answer = (takeOver: boolean) => {
    setAnswersHere(work.id)
    void session.answer(call.id, { takeOver })
  }
  return {
    state,
    mute: session.mute,
    hangUp: () => {
      clearAnswersHere()
      void session.hangUp()
    },
    answer: call.state !== 'invited' && canAnswer(state) ? () => answer(false) : undefined,
    takeOver: state.phase === 'elsewhere' ? () => answer(true) : undefined,
  }
}
