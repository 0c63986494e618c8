import { useEffect, useMemo, useRef } from 'react'
import { t } from '../../components/catalogue/text.ts'
import { useFailedTexts } from '../../realtime/failed-texts.ts'
import { useHost } from '../../realtime/host-store.ts'
import { useLive } from '../../realtime/live-store.ts'
import { type LineActions, ThreadLineView } from './thread-line.tsx'
import { threadLines } from './thread-lines.ts'
import './chat.css'

/** Nearer than this to the end counts as reading the end: new lines then scroll into sight. */
const nearEndPx = 80

/**
 * Follows the conversation unless the customer has scrolled up to read; also when something above takes room. `onEnd`:
 * the end is on the screen.
 */
function useScrollToEnd(lines: number, onEnd: (() => void) | undefined) {
  const log = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const toEnd = () => {
    if (log.current !== null && atEnd.current) log.current.scrollTop = log.current.scrollHeight
  }
  useEffect(toEnd, [lines])
  useEffect(() => {
    if (log.current === null) return
    const observer = new ResizeObserver(toEnd)
    observer.observe(log.current)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    const look = () => atEnd.current && onEnd?.()
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  })
  const onScroll = () => {
    const { current } = log
    if (current === null) return
    atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < nearEndPx
    if (atEnd.current) onEnd?.()
  }
  return { log, onScroll }
}

export function Thread({ onEnd, ...actions }: LineActions & { onEnd?: (() => void) | undefined }) {
  const entries = useLive((store) => store.entries)
  const pending = useLive((store) => store.pending)
  const failed = useFailedTexts((store) => store.failed)
  // Opened again it is read.
  useHost((store) => store.state.open)
  const lines = useMemo(() => threadLines(entries.values(), pending, failed), [entries, pending, failed])
  const lastSent = lines.findLast((line) => line.kind === 'mine' && line.state === 'sent')
  const { log, onScroll } = useScrollToEnd(lines.length, onEnd)
  return (
    <div
      className="thread"
      role="log"
      aria-live="polite"
      // What becomes of a message changes in place: only new lines are read out.
      aria-relevant="additions"
      aria-label={t('chat.log')}
      tabIndex={0}
      ref={log}
      onScroll={onScroll}
    >
      {lines.map((line) => (
        <ThreadLineView key={line.key} line={line} last={line === lastSent} {...actions} />
      ))}
    </div>
  )
}
