import { type CallSession, type CallSessionState, createCallSession } from '@beckon/shared/client/call-session'
import { createCallSound } from '@beckon/shared/client/call-sound'
import { type Drawing, drawAfterCall } from '@beckon/shared/client/drawing'
import { askMicrophone } from '@beckon/shared/client/microphone'
import type { WorkView } from '@beckon/shared/model/agent-view'
import type { CallId } from '@beckon/shared/model/ids'
import { create } from 'zustand'
import { answersHere } from './answering-tab.ts'
import type { ConsoleConnection } from './connection-context.ts'
import { deviceInUse } from './device-in-use.ts'
import { useSoundChoices } from './sound-choices.ts'
import { useSoundDevices } from './sound-devices.ts'

interface CallStore {
  /** This tab's part in the agent's call; undefined without a line. */
  session: CallSession | undefined
  state: CallSessionState
  /** For the click that the browser wants before it lets the sound out; undefined while it does not. */
  unblockSound: (() => void) | undefined
}

const noCall: CallStore = { session: undefined, state: { phase: 'idle' }, unblockSound: undefined }
export const useCallStore = create<CallStore>()(() => noCall)

export interface CallFollower {
  update(work: readonly WorkView[]): void
  stop(): void
}

/** Plays the other side's voice through the speaker in use; returns stop. */
function playCalls(session: CallSession): () => void {
  const sound = createCallSound(() => useCallStore.setState({ unblockSound: sound.unblock() }))
  const choose = () => sound.playThrough(deviceInUse('speaker'))
  choose()
  const stops = [
    session.subscribe(() => sound.follow(session.state())),
    useSoundChoices.subscribe(choose),
    useSoundDevices.subscribe(choose),
    sound.remove,
  ]
  return () => stops.forEach((stop) => stop())
}

/** Keeps the newest view's call and this tab's part in it together; the tab that accepted or invited answers, once. */
export function followCalls(connection: ConsoleConnection, drawing: Drawing): CallFollower {
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
  const silence = playCalls(session)
  drawAfterCall(session, drawing)
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
      silence()
      useCallStore.setState(noCall)
    },
  }
}
