import type { CallSession } from '@beckon/shared/client/call-session'
import type { CallView } from '@beckon/shared/model/call-view'
import { useHost } from '../../realtime/host-store.ts'
import { useLive } from '../../realtime/live-store.ts'
import type { CustomerConnection } from '../../realtime/session-store.ts'
import { useCall, wantCall } from './call-store.ts'

const currentCall = (): CallView | null =>
  useLive.getState().view?.interactions.find(({ call }) => call !== null)?.call ?? null

/** Takes the call the customer asked for, once; an invitation waits for their answer. `takeOver`: this window is for it. */
function answerWanted(session: CallSession, answered: Set<string>, takeOver: boolean): void {
  const call = currentCall()
  const { phase } = session.state()
  const free = phase === 'needs-microphone' || (takeOver && phase === 'elsewhere')
  if (!useCall.getState().wanted || call === null || call.state === 'invited' || !free || answered.has(call.id)) return
  answered.add(call.id)
  void session.answer(call.id, { takeOver })
}

async function loadSession(connection: CustomerConnection): Promise<CallSession> {
  const [{ createCallSession }, { preloadPeer }] = await Promise.all([
    import('@beckon/shared/client/call-session'),
    import('@beckon/shared/client/peer-call'),
  ])
  preloadPeer()
  return createCallSession({ connection, side: 'customer' })
}

/**
 * Keeps the call of the newest view and this tab's part in it together. The code for calls comes with the first one.
 * Returns the end of it.
 */
export function watchCalls(connection: CustomerConnection, takeOver = false): () => void {
  const answered = new Set<string>()
  let loading: Promise<void> | undefined
  let hadCall = false
  useCall.setState({ wanted: useHost.getState().state.kept.call === '1' })

  const begin = async () => {
    const session = await loadSession(connection)
    session.subscribe(() => {
      useCall.setState({ state: session.state() })
      answerWanted(session, answered, takeOver)
    })
    useCall.setState({ session })
    refresh()
  }
  const refresh = () => {
    const call = currentCall()
    const { session } = useCall.getState()
    if (call === null && hadCall) wantCall(false)
    hadCall = call !== null
    if (session === undefined) {
      // From the click on: by the time an agent answers, the code is here.
      if (call !== null || useCall.getState().wanted) loading ??= begin()
      return
    }
    session.update(call)
    answerWanted(session, answered, takeOver)
  }
  const unsubscribe = useLive.subscribe((now, before) => {
    if (now.view !== before.view) refresh()
  })
  const forget = useCall.subscribe((now, before) => {
    if (now.wanted && !before.wanted) refresh()
  })
  refresh()
  return () => {
    unsubscribe()
    forget()
    useCall.getState().session?.update(null)
    useCall.setState({ session: undefined, state: { phase: 'idle' } })
  }
}
