import type { HandoverResponse } from '@beckon/shared/protocol/http'
import { useHost } from '../../realtime/host-store.ts'
import { requestJson } from '../../realtime/request-json.ts'
import { readySession } from '../../realtime/session-store.ts'
import { useCall } from './call-store.ts'
import { type CallWindowStart, callWindowReady } from './call-window-messages.ts'

const handover = async (): Promise<string> => {
  const { site, token } = readySession()
  const body = { site: site.key, ...(token === null ? {} : { token }) }
  return (await requestJson<HandoverResponse>('/widget/api/handover', { body, token })).code
}

/**
 * The small window of ours, where the host page's rules do not reach. Called within a click, or the browser stops it.
 * The window has another cookie jar: a one-time code makes it the same visitor. False when the browser gave no window.
 */
export function openCallWindow(wish: CallWindowStart['wish']): boolean {
  const { site } = readySession()
  const opened = window.open(
    `/widget/call?site=${encodeURIComponent(site.key)}`,
    `beckon-call-${site.key}`,
    'popup,width=380,height=640',
  )
  if (opened === null) return false
  useCall.setState({ refusal: undefined })
  const answer = async (event: MessageEvent) => {
    if (event.source !== opened || event.origin !== location.origin || event.data !== callWindowReady) return
    const { locale } = useHost.getState().state
    const start: CallWindowStart = { beckon: 'call', code: await handover(), wish, locale }
    opened.postMessage(start, location.origin)
  }
  addEventListener('message', (event) => {
    answer(event).catch((error: unknown) => console.error('Beckon: the call window could not be opened:', error))
  })
  return true
}
