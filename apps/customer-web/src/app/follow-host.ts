import { chooseLanguage } from '../components/catalogue/text.ts'
import { useHost } from '../realtime/host-store.ts'
import { siteOfPage } from '../realtime/session-store.ts'
import { doWish } from './do-wish.ts'
import { forgetTrouble } from './start-contact.ts'

/** Few pages have a look of their own: what checks it comes with the first. The site's is in the page already. */
function wear(theme: object = {}): void {
  if (Object.keys(theme).length > 0)
    void import('./wear-look.ts').then(({ wearLook }) => wearLook(siteOfPage?.theme, theme))
}

/** The host page may change language and look at any time, and ask for things. `redraw`: all words are others now. */
export function followHost(redraw: () => void): void {
  let { locale } = useHost.getState().state
  let done = 0
  const look = () => {
    const { state } = useHost.getState()
    wear(state.theme)
    if (!state.open) forgetTrouble()
    if (state.wish !== undefined && state.wish.id > done) {
      done = state.wish.id
      doWish(state.wish)
    }
    if (state.locale === locale) return
    locale = state.locale
    void chooseLanguage(locale || navigator.language).then(redraw)
  }
  useHost.subscribe(look)
  look()
}
