import { createRoot } from 'react-dom/client'
import { chooseLanguage, t } from '../components/catalogue/text.ts'
import { watchCalls } from '../features/call/watch-calls.ts'
import { closePanel, useHost } from '../realtime/host-store.ts'
import { listenToHost } from '../realtime/listen-to-host.ts'
import { hostChanged, openSession } from '../realtime/open-session.ts'
import { useSession } from '../realtime/session-store.ts'
import { tellInteractions } from '../realtime/tell-interactions.ts'
import { tellUnread } from '../realtime/tell-unread.ts'
import { followHost } from './follow-host.ts'
import { FrameShell } from './frame-shell.tsx'
import { keepContext } from './keep-context.ts'
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

async function start(root: Element): Promise<void> {
  await listenToHost(() => void hostChanged())
  const { state } = useHost.getState()
  await chooseLanguage(state.locale || navigator.language)
  followSession()
  tellInteractions()
  tellUnread((unread, invited) => (invited ? t('unread.call') : t('unread.messages', { n: unread })))
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

const root = document.querySelector('#root')
if (root !== null) void start(root)
