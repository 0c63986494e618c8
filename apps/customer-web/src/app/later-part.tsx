import { type ReactNode, useEffect } from 'react'
import { t } from '../components/catalogue/text.ts'
import { type LaterParts, loadLater, useLater } from './load-later.ts'

/** Draws with the parts that come later, as soon as they are there; says so when they cannot come. */
export function Later({ children }: { children: (parts: LaterParts) => ReactNode }) {
  const { parts, failed } = useLater()
  useEffect(() => {
    // The failure is in the store, and on the screen.
    loadLater().catch(() => undefined)
  }, [])
  if (parts !== undefined) return <>{children(parts)}</>
  return (
    <p className="hint" role="status">
      {t(failed ? 'error.offline' : 'app.loading')}
    </p>
  )
}
