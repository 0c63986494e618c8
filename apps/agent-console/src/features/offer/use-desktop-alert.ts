import { useEffect, useEffectEvent, useState } from 'react'
import { holdAlone, holdTogether } from '../../realtime/in-one-tab.ts'
import { useDocumentHidden } from './use-document-hidden.ts'

interface AlertText {
  id: string
  title: string
  body: string
}

/** Held together by the tabs on a screen; a hidden tab gets it alone only when there is none: then an alert is due. */
const onScreen = 'beckon.on-screen'

const supported = () => typeof Notification === 'function'

/**
 * A desktop notification for an offer when no tab of the agent is on a screen; of several hidden ones, one alerts.
 * `shown`: it is up. `ask` is there while permission is open. `onOpen`: the click on it brought this tab to the front.
 */
export function useDesktopAlert(
  alert: AlertText | undefined,
  onOpen: () => void,
): { shown: boolean; ask: (() => void) | undefined } {
  const [permission, setPermission] = useState(() => (supported() ? Notification.permission : 'denied'))
  const hidden = useDocumentHidden()
  const [shownFor, setShownFor] = useState<string>()
  const open = useEffectEvent(() => {
    window.focus()
    onOpen()
  })
  useEffect(() => {
    if (hidden) return
    const over = new AbortController()
    holdTogether(onScreen, over.signal)
    return () => over.abort()
  }, [hidden])
  const wanted = hidden && permission === 'granted' ? alert : undefined
  const { id, title, body } = wanted ?? {}
  useEffect(() => {
    if (id === undefined || title === undefined || body === undefined) return
    const over = new AbortController()
    holdAlone(onScreen, over.signal, () => {
      const notification = new Notification(title, { body, tag: id, requireInteraction: true })
      notification.onshow = () => setShownFor(id)
      notification.onclick = open
      over.signal.addEventListener('abort', () => notification.close())
    })
    return () => over.abort()
  }, [id, title, body])
  const ask = () => void Notification.requestPermission().then(setPermission)
  return { shown: id !== undefined && shownFor === id, ask: permission === 'default' ? ask : undefined }
}
