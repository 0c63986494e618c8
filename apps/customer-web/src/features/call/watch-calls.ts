import type { CallSession } from '@beckon/shared/client/call-session'
import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import { useHost } from '../../realtime/host-store.ts'
import { useLive } from '../../realtime/live-store.ts'
import type { CustomerConnection } from '../../realtime/session-store.ts'
import { noCall, useCall, wantCall } from './call-store.ts'

const withCall = (): CustomerInteraction | undefined =>
  useLive.getState().view?.interactions.find(({ call }) => call !== null)

/** Takes the call the customer asked for, once it is theirs; an invitation waits for their answer. `takeOver`: this window is for it. */
function answerWanted(session: CallSession, answered: Set<string>, takeOver: boolean): void {
  const { call = null, status } = withCall() ?? {}
  const { phase } = session.state()
  const free = phase === 'needs-microphone' || (takeOver && phase === 'elsewhere')
  if (!useCall.getState().wanted || call === null || !free || answered.has(call.id)) return
  if (call.state === 'invited' || status === 'waiting') return
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
  let loading: Promise<CallSession> | undefined
  let hadCall = false

  const begin = async () => {
    const session = await loadSession(connection)
    session.subscribe(() => {
      useCall.setState({ state: session.state() })
      answerWanted(session, answered, takeOver)
    })
    useCall.setState({ session })
    refresh()
    return session
  }
  /** What the network does not give now is asked for again. */
  const load = () => {
    loading ??= begin().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
  useCall.setState({ load, wanted: useHost.getState().state.kept.call === '1' })
  const refresh = () => {
    const call = withCall()?.call ?? null
    const { session } = useCall.getState()
    if (call === null && hadCall) wantCall(false)
    hadCall = call !== null
    if (session === undefined) {
      // A failure is no news yet: the next view tries again.
      if (call !== null || useCall.getState().wanted) load().catch(() => undefined)
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
    useCall.setState({ load: noCall.load, session: undefined, state: noCall.state })
  }
}
