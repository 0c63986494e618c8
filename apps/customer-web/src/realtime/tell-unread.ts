import type { Entry } from '@beckon/shared/model/entry'
import { useHost } from './host-store.ts'
import { useLive } from './live-store.ts'

const isNews = ({ author, body }: Entry): boolean =>
  author.kind !== 'customer' && (body.kind === 'message' || body.kind === 'file' || body.kind === 'page-pushed')

const newsCount = (): number => [...useLive.getState().entries.values()].flat().filter(isNews).length
const isInvited = (): boolean =>
  useLive.getState().view?.interactions.some(({ call }) => call?.state === 'invited') ?? false

/**
 * While the panel is closed its page is told what waits behind the button: how many messages and pages, and whether
 * the agent would like to talk. `wordsFor` says it in the customer's language.
 */
export function tellUnread(wordsFor: (unread: number, invited: boolean) => string): void {
  let read = 0
  let told = ''
  const check = () => {
    const { state, link } = useHost.getState()
    const news = newsCount()
    if (state.open || news < read) read = news
    const unread = news - read
    const invited = !state.open && isInvited()
    const words = unread === 0 && !invited ? '' : wordsFor(unread, invited)
    if (words === told) return
    told = words
    link.tell({ type: 'event', name: 'unread', detail: { unread, invited, words } })
  }
  useLive.subscribe(check)
  useHost.subscribe(check)
}
