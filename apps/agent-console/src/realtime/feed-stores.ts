import { createDrawing } from '@beckon/shared/client/drawing'
import type { WorkView } from '@beckon/shared/model/agent-view'
import type { StreamId } from '@beckon/shared/model/ids'
import { useAlerts } from './alert-store.ts'
import { followCalls } from './call-store.ts'
import type { ConsoleConnection } from './connection-context.ts'
import { appendEntries, dropStream, useEntries } from './entry-store.ts'
import { useFailed } from './failed-store.ts'
import { clearLink, useLink } from './link-store.ts'
import { setOffers } from './offer-store.ts'
import { usePages } from './pages-store.ts'
import { clearPresence, mediaChannels, presenceSince, usePresence } from './presence-store.ts'
import { setSite } from './site-store.ts'
import { tellDevice } from './tell-device.ts'
import { useTyping } from './typing-store.ts'
import { useVisible, useWorkbin } from './visible-store.ts'
import { setWork } from './work-store.ts'

/** Follows the streams of owned work, and lets go of those of work that left. */
function streamFollower(connection: ConsoleConnection) {
  const followed = new Map<StreamId, () => void>()
  return (work: readonly WorkView[]) => {
    const wanted = new Set(work.flatMap((item) => [item.conversation, item.desk]))
    for (const [streamId, unfollow] of followed) {
      if (wanted.has(streamId)) continue
      unfollow()
      followed.delete(streamId)
      dropStream(streamId)
    }
    for (const streamId of wanted) {
      if (followed.has(streamId)) continue
      followed.set(
        streamId,
        connection.follow(streamId, (entries) => appendEntries(streamId, entries)),
      )
    }
  }
}

/** The one listener: every change of the connection goes into the stores. Returns stop, which empties them. */
export function feedStores(connection: ConsoleConnection): () => void {
  const followStreams = streamFollower(connection)
  const tellTyping = (work: readonly WorkView[]) => {
    const typing = work.map(({ conversation }) => conversation).filter(connection.typing)
    if (typing.join() !== useTyping.getState().typing.join()) useTyping.setState({ typing })
  }
  const drawing = createDrawing()
  const calls = followCalls(connection, drawing)
  let stopped = false
  let shown: ReturnType<ConsoleConnection['view']>
  const draw = () => {
    if (stopped) return
    useLink.setState({
      status: connection.status(),
      restarting: connection.restarting(),
      pending: connection.pending(),
    })
    const view = connection.view()
    tellTyping(view?.work ?? [])
    if (view === undefined || view === shown) return
    shown = view
    const { overall, dndSince, nextReason } = view
    const chosen = { ...mediaChannels(view.channels), dndSince, nextReason }
    usePresence.setState({ known: true, overall, ...chosen, since: presenceSince(view) })
    setSite(view.site)
    setOffers(view.offers)
    usePages.setState({ pages: view.pages })
    useVisible.setState({ visible: view.visible })
    useWorkbin.setState({ workbin: view.workbin })
    useAlerts.setState({ alerts: view.alerts })
    setWork(view.work)
    followStreams(view.work)
  }
  drawing.before(() => calls.update(connection.view()?.work ?? []))
  const update = () => drawing.due(draw)
  const unsubscribe = connection.subscribe(update)
  const stopTelling = tellDevice(connection)
  update()
  return () => {
    stopped = true
    unsubscribe()
    stopTelling()
    calls.stop()
    followStreams([])
    tellTyping([])
    setOffers([])
    usePages.setState({ pages: [] })
    useVisible.setState({ visible: null })
    useWorkbin.setState({ workbin: null })
    useAlerts.setState({ alerts: [] })
    setWork([])
    setSite(undefined)
    clearPresence()
    clearLink()
    useEntries.setState({ streams: {} })
    useFailed.setState({ failed: [] })
  }
}
