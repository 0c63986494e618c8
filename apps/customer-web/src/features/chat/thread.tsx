import { useEffect, useMemo, useRef } from 'react'
import { t } from '../../components/catalogue/text.ts'
import { useLive } from '../../realtime/live-store.ts'
import { useFailedTexts } from './send-text.ts'
import { type LineActions, ThreadLineView } from './thread-line.tsx'
import { threadLines } from './thread-lines.ts'
import './chat.css'

/** Nearer than this to the end counts as reading the end: new lines then scroll into sight. */
const nearEndPx = 80

/** Follows the conversation unless the customer has scrolled up to read; also when something above takes room. */
function useScrollToEnd(lines: number) {
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
  const onScroll = () => {
    const { current } = log
    if (current !== null) atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < nearEndPx
  }
  return { log, onScroll }
}

export function Thread(actions: LineActions) {
  const entries = useLive((store) => store.entries)
  const pending = useLive((store) => store.pending)
  const failed = useFailedTexts((store) => store.failed)
  const lines = useMemo(() => threadLines(entries.values(), pending, failed), [entries, pending, failed])
  const { log, onScroll } = useScrollToEnd(lines.length)
  return (
    <div
      className="thread"
      role="log"
      aria-live="polite"
      aria-label={t('chat.log')}
      tabIndex={0}
      ref={log}
      onScroll={onScroll}
    >
      {lines.map((line) => (
        <ThreadLineView key={line.key} line={line} {...actions} />
      ))}
    </div>
  )
}
