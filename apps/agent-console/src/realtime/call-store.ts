import { type CallSession, type CallSessionState, createCallSession } from '@beckon/shared/client/call-session'
import { askMicrophone } from '@beckon/shared/client/microphone'
import type { WorkView } from '@beckon/shared/model/agent-view'
import type { CallId } from '@beckon/shared/model/ids'
import { create } from 'zustand'
import { answersHere } from './answering-tab.ts'
import type { ConsoleConnection } from './connection-context.ts'
import { useSoundChoices } from './sound-choices.ts'

interface CallStore {
  /** This tab's part in the agent's call; undefined without a line. */
  session: CallSession | undefined
  state: CallSessionState
}

const noCall: CallStore = { session: undefined, state: { phase: 'idle' } }
export const useCallStore = create<CallStore>()(() => noCall)

export interface CallFollower {
  update(work: readonly WorkView[]): void
  stop(): void
}

/** Keeps the newest view's call and this tab's part in it together; the tab that accepted or invited answers, once. */
export function followCalls(connection: ConsoleConnection): CallFollower {
  const session = createCallSession({
    connection,
    side: 'agent',
    getMicrophone: () => askMicrophone(useSoundChoices.getState().microphone),
  })
  let onCall: WorkView | undefined
  let asked: CallId | undefined
  const answer = () => {
    const state = session.state()
    const call = onCall?.call
    // Accepted or invited here, or taken on this page from another of the agent's.
    const mine = call?.agentTabId === connection.tabId || answersHere(onCall?.id ?? '')
    if (!call || call.state === 'invited' || asked === call.id || !mine) return
    if (state.phase !== 'needs-microphone' || state.asking) return
    asked = call.id
    void session.answer(call.id)
  }
  session.subscribe(() => useCallStore.setState({ state: session.state() }))
  useCallStore.setState({ session })
  return {
    update(work) {
      onCall = work.find(({ call }) => call !== null)
      session.update(onCall?.call ?? null)
      answer()
    },
    stop() {
      session.letGo()
      session.update(null)
      useCallStore.setState(noCall)
    },
  }
}
