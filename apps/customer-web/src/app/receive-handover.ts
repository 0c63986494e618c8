import { type CallWindowStart, callWindowReady, isCallWindowStart } from '../features/call/call-window-messages.ts'

/** A window that was reloaded, or whose opener is gone, is known by its own cookie: it waits no longer than this. */
const patienceMs = 4_000

/** Asks the frame that opened this window for the code and the wish; undefined when nobody answers. */
export function receiveHandover(): Promise<CallWindowStart | undefined> {
  const opener: Window | null = window.opener
  if (opener === null) return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), patienceMs)
    addEventListener('message', (event: MessageEvent<unknown>) => {
      if (event.source !== opener || event.origin !== location.origin || !isCallWindowStart(event.data)) return
      clearTimeout(timer)
      resolve(event.data)
    })
    opener.postMessage(callWindowReady, location.origin)
  })
}
