import { chooseLanguage } from '../components/catalogue/text.ts'
import { useHost } from '../realtime/host-store.ts'
import { useSession } from '../realtime/session-store.ts'
import { applyTheme } from './apply-theme.ts'
import { doWish } from './do-wish.ts'

/** The host page may change language and look at any time, and ask for things. `redraw`: all words are others now. */
export function followHost(redraw: () => void): void {
  let { locale } = useHost.getState().state
  let done = 0
  const look = () => {
    const { state } = useHost.getState()
    const { session } = useSession.getState()
    applyTheme(session.phase === 'ready' ? session.site.theme : undefined, state.theme)
    if (state.wish !== undefined && state.wish.id > done) {
      done = state.wish.id
      doWish(state.wish)
    }
    if (state.locale === locale) return
    locale = state.locale
    void chooseLanguage(locale || navigator.language).then(redraw)
  }
  useHost.subscribe(look)
  useSession.subscribe(look)
  look()
}
