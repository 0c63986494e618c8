import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimelineItem } from './use-timeline.ts'

/**
 * Says aloud, politely, what the customer writes while the conversation is open. The log itself is silent: rows that
 * are drawn because somebody scrolls are no news.
 */
export function News({ items }: { items: readonly TimelineItem[] }) {
  const { t } = useTranslation()
  const newest = items.findLast((item) => item.kind === 'entry')
  const entry = newest?.kind === 'entry' ? newest.entry : undefined
  const known = useRef<number>(undefined)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (entry === undefined) return
    const isNew = known.current !== undefined && entry.order > known.current
    known.current = Math.max(entry.order, known.current ?? 0)
    if (!isNew || entry.body.kind !== 'message' || entry.author.kind !== 'customer') return
    const name = entry.author.name === '' ? t('timeline.customer') : entry.author.name
    setWords(t('timeline.said', { name, text: entry.body.text }))
  }, [entry, t])
  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  )
}
