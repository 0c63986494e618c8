import { useEffect } from 'react'
import { loadCallBar } from '../features/call/load-call-bar.ts'
import { useLink } from '../realtime/link-store.ts'
import { usePresence } from '../realtime/presence-store.ts'
import { useWork } from '../realtime/work-store.ts'
import { loadContactParts } from './contact-later.tsx'
import { whileIdle } from './while-idle.ts'

/**
 * Fetches what the first contact needs while the agent waits for it, never before the desk can be used. What the
 * network does not give now is asked for again with the contact itself, which says so if it fails.
 */
export function useLaterParts(): void {
  const online = useLink((s) => s.status === 'online')
  const takesCalls = usePresence((s) =>
    s.channels.some(({ channel, intent }) => channel === 'voice' && intent === 'available'),
  )
  const hasWork = useWork((s) => s.work.length > 0)
  // Who has work as the desk opens waits for it: at once, and not when the panes are drawn at last.
  useEffect(() => void (hasWork && loadContactParts().catch(() => undefined)), [hasWork])
  useEffect(() => (online ? whileIdle(() => void loadContactParts().catch(() => undefined)) : undefined), [online])
  useEffect(
    () => (online && takesCalls ? whileIdle(() => void loadCallBar().catch(() => undefined)) : undefined),
    [online, takesCalls],
  )
}
