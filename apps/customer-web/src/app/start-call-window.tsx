import { createRoot } from 'react-dom/client'
import { enLater } from '../components/catalogue/en-later.ts'
import { addTexts, chooseLanguage } from '../components/catalogue/text.ts'
import { watchCalls } from '../features/call/watch-calls.ts'
import { openSession } from '../realtime/open-session.ts'
import { useSession } from '../realtime/session-store.ts'
import { CallWindow } from './call-window.tsx'
import { receiveHandover } from './receive-handover.ts'

export async function startCallWindow(root: Element): Promise<void> {
  const handed = await receiveHandover()
  await chooseLanguage(handed?.locale || navigator.language)
  addTexts(enLater)
  useSession.subscribe(({ session }) => {
    if (session.phase !== 'ready') return
    document.title = session.site.name
    watchCalls(session.connection, true)
  })
  createRoot(root).render(<CallWindow wish={handed?.wish} />)
  await openSession(new URLSearchParams(location.search).get('site') ?? '', handed?.code)
}
