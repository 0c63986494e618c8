import type { WorkView } from '@beckon/shared/model/agent-view'
import { clockText } from '@beckon/shared/rules/countdown'
import { unreadBy } from '@beckon/shared/rules/read-mark'
import { useMemo } from 'react'
import { useConnection } from '../../realtime/connection-context.ts'
import { entriesOf, useEntries } from '../../realtime/entry-store.ts'
import { readMarks } from '../../realtime/read-marks.ts'
import { useTyping } from '../../realtime/typing-store.ts'
import { useClock } from '../../realtime/use-clock.ts'
import { summarise } from './work-summary.ts'

interface WorkLine {
  lastText: string | undefined
  /** The customer is writing. */
  typing: boolean
  unread: number
  /** `m:ss`: how long the customer waits for an answer, the wrap-up still runs, or the contact has lasted. */
  clock: { kind: 'waiting' | 'wrap-up' | 'since'; text: string }
}

export function useWorkLine(work: WorkView, selected: boolean): WorkLine {
  const entries = useEntries((s) => entriesOf(s, work.conversation))
  const connection = useConnection()
  const typing = useTyping((s) => s.typing.includes(work.conversation))
  const { lastText, unansweredSince } = useMemo(() => summarise(entries), [entries])
  const unread = selected ? 0 : unreadBy(entries, 'agent', readMarks(connection).upTo(work.conversation)).length
  const kind = work.wrapUpUntil !== null ? 'wrap-up' : unansweredSince !== undefined ? 'waiting' : 'since'
  const text = useClock((now) =>
    clockText(work.wrapUpUntil !== null ? work.wrapUpUntil - now : now - (unansweredSince ?? work.answeredAt)),
  )
  return { lastText, typing, unread, clock: { kind, text } }
}
