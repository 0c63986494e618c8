import { useEffect, useState } from 'react'
import { t } from '../components/catalogue/text.ts'
import { Notice } from '../components/notice.tsx'
import { useLive } from '../realtime/live-store.ts'

/** A line that comes back sooner than this is not worth a word. */
const patienceMs = 1_500

export function ConnectionBanner() {
  const lost = useLive((store) => store.status === 'reconnecting' || store.status === 'connecting')
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!lost) return setShown(false)
    const timer = setTimeout(() => setShown(true), patienceMs)
    return () => clearTimeout(timer)
  }, [lost])
  return shown ? <Notice>{t('connection.offline')}</Notice> : null
}
