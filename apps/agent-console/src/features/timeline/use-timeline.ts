import type { WorkView } from '@beckon/shared/model/agent-view'
import { useCallback, useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { foldEntries, type FoldedItem } from '../../components/entries/fold-entries.ts'
import { useConnection } from '../../realtime/connection-context.ts'
import { entriesOf, useEntries } from '../../realtime/entry-store.ts'
import { useFailed } from '../../realtime/failed-store.ts'
import { useLink } from '../../realtime/link-store.ts'
import { readMarks } from '../../realtime/read-marks.ts'
import { useTyping } from '../../realtime/typing-store.ts'
import { useWork } from '../../realtime/work-store.ts'
import { dialogueStreams } from './dialogue-streams.ts'
import { type LastSeen, lastSeen } from './last-seen.ts'
import { type Outgoing, outgoing } from './outgoing.ts'

interface TimelineContent {
  items: FoldedItem[]
  tail: Outgoing[]
  /** The agents' last message, and whether the customer has seen it. */
  seen: LastSeen | undefined
  /** The customer is writing. */
  typing: boolean
  /** To be called while the end is before the agent's eyes; another function whenever there is more to see. */
  onSeen: () => void
}

export function useTimeline(selected: WorkView): TimelineContent {
  const connection = useConnection()
  const work = useWork((s) => s.work)
  const streamIds = useMemo(() => dialogueStreams(work, selected), [work, selected])
  const streams = useEntries(useShallow((s) => streamIds.map((id) => entriesOf(s, id))))
  const pending = useLink((s) => s.pending)
  const failed = useFailed((s) => s.failed)
  const typing = useTyping((s) => s.typing.some((id) => streamIds.includes(id)))
  const items = useMemo(() => foldEntries(streams), [streams])
  const seen = useMemo(() => lastSeen(streams), [streams])
  const tail = useMemo(() => outgoing({ streamIds, streams, pending, failed }), [streamIds, streams, pending, failed])
  const onSeen = useCallback(() => {
    streamIds.forEach((id, i) => readMarks(connection).look(id, streams[i] ?? []))
  }, [connection, streamIds, streams])
  return { items, tail, seen, typing, onSeen }
}
