import type { WorkView } from '@beckon/shared/model/agent-view'
import type { HistoryItem } from '@beckon/shared/protocol/http'
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
import { type LastSeen, lastSeen } from './last-seen.ts'
import { type Outgoing, outgoing } from './outgoing.ts'
import { type Earlier, useEarlier } from './use-earlier.ts'

export type TimelineItem =
  | FoldedItem
  /** Where an earlier interaction begins. */
  | { kind: 'part'; key: string; item: HistoryItem }
  | { kind: 'outgoing'; key: string; outgoing: Outgoing }

interface TimelineView {
  items: TimelineItem[]
  earlier: Earlier
  /** The agents' last message, and whether the customer has seen it. */
  seen: LastSeen | undefined
  /** The customer is writing. */
  typing: boolean
  /** To be called while the end is before the agent's eyes; another function whenever there is more to see. */
  onSeen: () => void
}

/** Everything of the dialogue: what is open and what ended meanwhile in one order, earlier parts before it. */
export function useTimeline(selected: WorkView): TimelineView {
  const connection = useConnection()
  const open = useWork(useShallow((s) => s.work.filter(({ dialogueId }) => dialogueId === selected.dialogueId)))
  const earlier = useEarlier(selected, open)
  const { among, before } = earlier
  const streamIds = useMemo(() => open.flatMap(({ conversation, desk }) => [conversation, desk]), [open])
  const streams = useEntries(useShallow((s) => streamIds.map((id) => entriesOf(s, id))))
  const pending = useLink((s) => s.pending)
  const failed = useFailed((s) => s.failed)
  const typing = useTyping((s) => s.typing.some((id) => streamIds.includes(id)))
  const seen = useMemo(() => lastSeen(streams), [streams])
  const past = useMemo(
    () =>
      before.flatMap(({ item, entries }): TimelineItem[] => [
        { kind: 'part', key: item.interactionId, item },
        ...foldEntries([entries]),
      ]),
    [before],
  )
  const present = useMemo(() => {
    const followed = new Set<string>(streamIds)
    const ended = among.map(({ entries }) => entries.filter(({ streamId }) => !followed.has(streamId)))
    return foldEntries([...streams, ...ended])
  }, [streams, streamIds, among])
  const tail = useMemo(
    () =>
      outgoing({ streamIds, streams, pending, failed }).map(
        (each): TimelineItem => ({ kind: 'outgoing', key: each.key, outgoing: each }),
      ),
    [streamIds, streams, pending, failed],
  )
  const items = useMemo(() => [...past, ...present, ...tail], [past, present, tail])
  const onSeen = useCallback(() => {
    streamIds.forEach((id, i) => readMarks(connection).look(id, streams[i] ?? []))
  }, [connection, streamIds, streams])
  return { items, earlier, seen, typing, onSeen }
}
