import { useEffect, useState } from 'react'
import { useDocumentHidden } from './use-document-hidden.ts'

interface AlertText {
  id: string
  title: string
  body: string
}

const supported = () => typeof Notification === 'function'

/** A desktop notification for an offer in a hidden tab. `shown`: one is up. `ask` is there while permission is open. */
export function useDesktopAlert(alert: AlertText | undefined): { shown: boolean; ask: (() => void) | undefined } {
  const [permission, setPermission] = useState(() => (supported() ? Notification.permission : 'denied'))
  const hidden = useDocumentHidden()
  const [shownFor, setShownFor] = useState<string>()
  const wanted = hidden && permission === 'granted' ? alert : undefined
  const { id, title, body } = wanted ?? {}
  useEffect(() => {
    if (id === undefined || title === undefined || body === undefined) return
    const notification = new Notification(title, { body, tag: id, requireInteraction: true })
    notification.onshow = () => setShownFor(id)
    notification.onclick = () => window.focus()
    return () => notification.close()
  }, [id, title, body])
  const ask = () => void Notification.requestPermission().then(setPermission)
  return { shown: id !== undefined && shownFor === id, ask: permission === 'default' ? ask : undefined }
}
