import type { WorkView } from '@beckon/shared/model/agent-view'
import { clockText } from '@beckon/shared/rules/countdown'
import { useEffect, useMemo } from 'react'
import { entriesOf, useEntries } from '../../realtime/entry-store.ts'
import { useClock } from '../../realtime/use-clock.ts'
import { countUnread, markRead, useReadMarks } from './read-marks.ts'
import { summarise } from './work-summary.ts'

interface WorkLine {
  lastText: string | undefined
  unread: number
  /** `m:ss`: how long the customer waits for an answer, the wrap-up still runs, or the contact has lasted. */
  clock: { kind: 'waiting' | 'wrap-up' | 'since'; text: string }
}

export function useWorkLine(work: WorkView, selected: boolean): WorkLine {
  const entries = useEntries((s) => entriesOf(s, work.conversation))
  const mark = useReadMarks((s) => s.marks[work.conversation] ?? 0)
  const { lastText, unansweredSince } = useMemo(() => summarise(entries), [entries])
  const unread = useMemo(() => countUnread(entries, mark), [entries, mark])
  const kind = work.wrapUpUntil !== null ? 'wrap-up' : unansweredSince !== undefined ? 'waiting' : 'since'
  const text = useClock((now) =>
    clockText(work.wrapUpUntil !== null ? work.wrapUpUntil - now : now - (unansweredSince ?? work.answeredAt)),
  )
  const last = entries.at(-1)?.seq ?? 0
  useEffect(() => {
    const read = () => document.visibilityState === 'visible' && selected && markRead(work.conversation, last)
    read()
    document.addEventListener('visibilitychange', read)
    return () => document.removeEventListener('visibilitychange', read)
  }, [selected, last, work.conversation])
  return { lastText, unread: selected ? 0 : unread, clock: { kind, text } }
}
