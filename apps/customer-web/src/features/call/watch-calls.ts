import { type CallSound, createCallSound } from '@beckon/shared/client/call-sound'
import type { CallSession } from '@beckon/shared/client/call-session'
import { drawAfterCall } from '@beckon/shared/client/drawing'
import type { CustomerInteraction } from '@beckon/shared/model/customer-view'
import { drawing } from '../../realtime/drawing.ts'
import { useHost } from '../../realtime/host-store.ts'
import type { CustomerConnection } from '../../realtime/session-store.ts'
import { noCall, useCall, wantCall } from './call-store.ts'

/** Takes the call the customer asked for, once it is theirs; an invitation waits for their answer. `takeOver`: this window is for it. */
function answerWanted(
  session: CallSession,
  { call = null, status }: Partial<CustomerInteraction>,
  answered: Set<string>,
  takeOver: boolean,
): void {
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
  const withCall = () => connection.view()?.interactions.find(({ call }) => call !== null)
  let sound: CallSound | undefined
  let loading: Promise<CallSession> | undefined
  let hadCall = false

  const begin = async () => {
    const session = await loadSession(connection)
    const voice = createCallSound(() => useCall.setState({ unblock: voice.unblock() }))
    sound = voice
    drawAfterCall(session, drawing)
    session.subscribe(() => {
      voice.follow(session.state())
      useCall.setState({ state: session.state() })
      answerWanted(session, withCall() ?? {}, answered, takeOver)
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
    answerWanted(session, withCall() ?? {}, answered, takeOver)
  }
  const unsubscribe = drawing.before(refresh)
  const forget = useCall.subscribe((now, before) => {
    if (now.wanted && !before.wanted) refresh()
  })
  refresh()
  return () => {
    unsubscribe()
    forget()
    useCall.getState().session?.update(null)
    sound?.remove()
    const { load: none, session, state, unblock } = noCall
    useCall.setState({ load: none, session, state, unblock })
  }
}
