import { readyMessage, wantedMessage } from '../loader/messages.ts'
import { useHost } from './host-store.ts'
import { parseHostState } from './parse-host-state.ts'

/**
 * Tells the loader that the frame listens, and takes the port it hands over. Which pages may embed us is decided by
 * `frame-ancestors`; here the sender must be our parent, and the message of the loader's shape. Settles with the first.
 */
export function listenToHost(changed: () => unknown): Promise<void> {
  return new Promise((resolve) => {
    const connect = (event: MessageEvent) => {
      if (event.data === wantedMessage) return say()
      const port = event.ports[0]
      const state = parseHostState(event.data)
      if (event.source !== window.parent || port === undefined || state === undefined) return
      removeEventListener('message', connect)
      clearInterval(timer)
      useHost.setState({ state, link: { origin: event.origin, tell: (message) => port.postMessage(message) } })
      port.onmessage = (later) => {
        const next = parseHostState(later.data)
        if (next === undefined) return
        useHost.setState({ state: next })
        changed()
      }
      resolve()
    }
    addEventListener('message', connect)
    // The script of the host page may come after us, long after if the panel is not wanted yet: said again until heard.
    const ready = readyMessage + Math.random()
    const say = () => window.parent.postMessage(ready, '*')
    const timer = setInterval(say, 500)
    say()
  })
}
