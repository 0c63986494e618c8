import { createRoot } from 'react-dom/client'
import { chooseLanguage } from '../components/catalogue/text.ts'
import { eachSession } from '../realtime/each-session.ts'
import { closePanel, useHost } from '../realtime/host-store.ts'
import { listenToHost } from '../realtime/listen-to-host.ts'
import { useLive } from '../realtime/live-store.ts'
import { hostChanged, openSession } from '../realtime/open-session.ts'
import { tellInteractions } from '../realtime/tell-interactions.ts'
import { followHost } from './follow-host.ts'
import { FrameShell } from './frame-shell.tsx'
import { keepContext } from './keep-context.ts'
import { loadLater } from './load-later.ts'
import './styles/base.css'

/** With an agent there is somebody who types, reads, calls and shows pages; what fails is tried again at the next change. */
function loadWithAgent(): void {
  useLive.subscribe(({ view }) => {
    if (view?.interactions.some(({ agentName, channel }) => agentName !== null || channel === 'voice'))
      loadLater().catch(() => undefined)
  })
}

export async function startFrame(root: Element): Promise<void> {
  await listenToHost(() => void hostChanged())
  const { state } = useHost.getState()
  await chooseLanguage(state.locale || navigator.language)
  eachSession(keepContext)
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
