import type { Entry } from '@beckon/shared/model/entry'
import { unreadBy } from '@beckon/shared/rules/read-mark'
import { useHost } from './host-store.ts'
import { useLive } from './live-store.ts'
import { readMarks } from './read-marks.ts'

const unreadNews = (): Entry[] =>
  [...useLive.getState().entries]
    .flatMap(([streamId, entries]) => unreadBy(entries, 'customer', readMarks.upTo(streamId)))
    .sort((one, other) => one.order - other.order)

/** Long enough to be recognised, and no more than a host page need know. */
const previewChars = 120

function previewOf(news: readonly Entry[]): string {
  const body = news.at(-1)?.body
  if (body?.kind === 'message') return body.text.slice(0, previewChars)
  if (body?.kind === 'file') return body.name
  return body?.kind === 'page-pushed' ? body.title : ''
}

const isInvited = (): boolean =>
  useLive.getState().view?.interactions.some(({ call }) => call?.state === 'invited') ?? false

/**
 * While the panel is closed its page is told what waits behind the button: how many messages, files and pages, the
 * beginning of the last, and whether the agent would like to talk. `wordsFor` says it in the customer's language.
 */
export function tellUnread(wordsFor: (unread: number, invited: boolean) => string): void {
  let told = ''
  const check = () => {
    const { state, link } = useHost.getState()
    const news = state.open ? [] : unreadNews()
    const unread = news.length
    const invited = !state.open && isInvited()
    const words = unread === 0 && !invited ? '' : wordsFor(unread, invited)
    const detail = { unread, invited, words, preview: previewOf(news) }
    if (JSON.stringify(detail) === told) return
    // Nothing waits from the start: that is no news.
    if (told !== '' || words !== '') link.tell({ type: 'event', name: 'unread', detail })
    told = JSON.stringify(detail)
  }
  useLive.subscribe(check)
  useHost.subscribe(check)
  check()
}
