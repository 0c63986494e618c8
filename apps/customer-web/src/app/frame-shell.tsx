import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { errorText, t } from '../components/catalogue/text.ts'
import { TopBar } from '../components/top-bar.tsx'
import { isOver } from '../features/closing/is-over.ts'
import { closePanel, useHost } from '../realtime/host-store.ts'
import { useLive } from '../realtime/live-store.ts'
import { useSession, useSite } from '../realtime/session-store.ts'
import { chooseScreen, type Screen } from './choose-screen.ts'
import { ClosedScreen } from './closed-screen.tsx'
import { ConnectionBanner } from './connection-banner.tsx'
import { ConversationBar } from './conversation-bar.tsx'
import { ConversationScreen } from './conversation-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { Later } from './later-part.tsx'
import { goTo, usePlace } from './place-store.ts'
import { ReloadTrouble, Trouble } from './trouble.tsx'
import { WaitingScreen } from './waiting-screen.tsx'

function SiteBar({ screen }: { screen: Screen }) {
  const page = useHost((store) => store.state.trail.at(-1)?.title)
  const site = useSite()
  const subtitle = page ? { subtitle: t('home.on', { page }) } : {}
  const back = screen.name === 'history' ? { onBack: () => goTo('auto') } : {}
  const heading = screen.name === 'waiting' || screen.name === 'closed'
  return <TopBar title={site?.name ?? ''} heading={heading} {...subtitle} {...back} onClose={closePanel} />
}

function useOver(): boolean {
  const { view, seen, entries } = useLive()
  return useMemo(
    () => isOver(seen.keys(), new Set(view?.interactions.map(({ id }) => id)), entries),
    [view, seen, entries],
  )
}

/**
 * After the customer's own step reading goes on at the heading of the new screen, or writing in its field; a touch
 * keyboard would cover the screen. Whoever works in the host page keeps the focus.
 */
function focusNewScreen(shell: HTMLElement): void {
  if (!document.hasFocus()) return
  const field = matchMedia('(pointer: fine)').matches ? shell.querySelector('textarea') : null
  const target = field ?? shell.querySelector<HTMLElement>('h1')
  target?.focus()
}

const Loading = () => (
  <p className="loading" role="status">
    {t('app.loading')}
  </p>
)

function Talk({ ready }: { ready: boolean }) {
  const place = usePlace((store) => store.place)
  const interactions = useLive((store) => store.view?.interactions) ?? []
  const screen = chooseScreen(place, interactions, useOver())
  const shell = useRef<HTMLDivElement>(null)
  const name = useRef(screen.name)
  useEffect(() => {
    if (name.current !== screen.name && shell.current !== null) focusNewScreen(shell.current)
    name.current = screen.name
  }, [screen.name])
  return (
    <div className="shell" ref={shell}>
      {screen.name === 'conversation' ? (
        <ConversationBar chat={screen.chat} voice={screen.voice} />
      ) : (
        <SiteBar screen={screen} />
      )}
      <ConnectionBanner />
      {screen.name === 'home' && <HomeScreen open={interactions[0]} />}
      {screen.name === 'history' && (ready ? <Later>{({ History }) => <History />}</Later> : <Loading />)}
      {screen.name === 'waiting' && <WaitingScreen voice={screen.voice} />}
      {screen.name === 'conversation' && <ConversationScreen chat={screen.chat} voice={screen.voice} />}
      {screen.name === 'closed' && <ClosedScreen />}
    </div>
  )
}

const Plain = ({ children }: { children: ReactNode }) => (
  <div className="shell">
    <TopBar title="" onClose={closePanel} />
    {children}
  </div>
)

export function FrameShell() {
  const session = useSession((store) => store.session)
  const status = useLive((store) => store.status)
  const viewed = useLive((store) => store.view !== undefined)
  const site = useSite()
  const mayBeOpen = useHost((store) => !!store.state.kept.talk)
  if (session.phase === 'failed') {
    return (
      <Plain>
        <Trouble
          title={t('trouble.title')}
          words={errorText(session.code)}
          action={t('app.retry')}
          onAction={session.retry}
        />
      </Plain>
    )
  }
  if (status === 'upgrade-needed' || status === 'ended') {
    return (
      <Plain>
        <ReloadTrouble words={t(status === 'ended' ? 'trouble.ended' : 'trouble.upgrade')} />
      </Plain>
    )
  }
  const ready = session.phase === 'ready' && viewed
  // The home screen needs nothing of the server's; with a conversation open it would only flash by.
  if (!ready && (site === undefined || mayBeOpen)) {
    return (
      <Plain>
        <Loading />
      </Plain>
    )
  }
  return <Talk ready={ready} />
}
