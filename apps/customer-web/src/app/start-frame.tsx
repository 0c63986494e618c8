import { createRoot } from 'react-dom/client'
import { chooseLanguage } from '../components/catalogue/text.ts'
import { watchCalls } from '../features/call/watch-calls.ts'
import { closePanel, useHost } from '../realtime/host-store.ts'
import { listenToHost } from '../realtime/listen-to-host.ts'
import { useLive } from '../realtime/live-store.ts'
import { hostChanged, openSession } from '../realtime/open-session.ts'
import { useSession } from '../realtime/session-store.ts'
import { tellInteractions } from '../realtime/tell-interactions.ts'
import { followHost } from './follow-host.ts'
import { FrameShell } from './frame-shell.tsx'
import { keepContext } from './keep-context.ts'
import { loadLater } from './load-later.ts'
import './styles/base.css'

/** Each new line to the server gets its watchers; the ones of the line before it end. */
function followSession(): void {
  let stop: (() => void) | undefined
  useSession.subscribe(({ session }) => {
    stop?.()
    stop = undefined
    if (session.phase !== 'ready') return
    const stops = [watchCalls(session.connection), keepContext(session.connection)]
    stop = () => stops.forEach((end) => end())
  })
}

/** With an agent there is somebody who types, reads, calls and shows pages; a failure is tried again at the next change. */
function loadWithAgent(): void {
  useLive.subscribe(({ view }) => {
    if (view?.interactions.some(({ agentName }) => agentName !== null)) loadLater().catch(() => undefined)
  })
}

export async function startFrame(root: Element): Promise<void> {
  await listenToHost(() => void hostChanged())
  const { state } = useHost.getState()
  await chooseLanguage(state.locale || navigator.language)
  followSession()
  tellInteractions()
  loadWithAgent()
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closePanel()
  })
  const shell = createRoot(root)
  let languages = 0
  shell.render(<FrameShell />)
  // All words are others: every part is drawn anew.
  followHost(() => shell.render(<FrameShell key={++languages} />))
  await openSession(state.site)
}
