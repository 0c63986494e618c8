import { createRoot } from 'react-dom/client'
import { chooseLanguage, t } from '../components/catalogue/text.ts'
import { watchCalls } from '../features/call/watch-calls.ts'
import { closePanel, useHost } from '../realtime/host-store.ts'
import { listenToHost } from '../realtime/listen-to-host.ts'
import { hostChanged, openSession } from '../realtime/open-session.ts'
import { useSession } from '../realtime/session-store.ts'
import { tellUnread } from '../realtime/tell-unread.ts'
import { applyAccent } from './apply-accent.ts'
import { FrameShell } from './frame-shell.tsx'
import './styles/base.css'

/** Each new line to the server gets its watchers; the ones of the line before it end. */
function followSession(): void {
  let stop: (() => void) | undefined
  useSession.subscribe(({ session }) => {
    stop?.()
    stop = undefined
    if (session.phase !== 'ready') return
    applyAccent(session.site.accent)
    stop = watchCalls(session.connection)
  })
}

async function start(root: Element): Promise<void> {
  await listenToHost(() => void hostChanged())
  const { state } = useHost.getState()
  await chooseLanguage(state.locale || navigator.language)
  followSession()
  tellUnread((unread, invited) => (invited ? t('unread.call') : t('unread.messages', { n: unread })))
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closePanel()
  })
  createRoot(root).render(<FrameShell />)
  await openSession(state.site)
}

const root = document.querySelector('#root')
if (root !== null) void start(root)
