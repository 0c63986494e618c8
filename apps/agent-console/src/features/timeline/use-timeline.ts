import type { WorkView } from '@beckon/shared/model/agent-view'
import { useMemo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { foldEntries, type FoldedItem } from '../../components/entries/fold-entries.ts'
import { entriesOf, useEntries } from '../../realtime/entry-store.ts'
import { useFailed } from '../../realtime/failed-store.ts'
import { useLink } from '../../realtime/link-store.ts'
import { useWork } from '../../realtime/work-store.ts'
import { dialogueStreams } from './dialogue-streams.ts'
import { type Outgoing, outgoing } from './outgoing.ts'

export function useTimeline(selected: WorkView): { items: FoldedItem[]; tail: Outgoing[] } {
  const work = useWork((s) => s.work)
  const streamIds = useMemo(() => dialogueStreams(work, selected), [work, selected])
  const streams = useEntries(useShallow((s) => streamIds.map((id) => entriesOf(s, id))))
  const pending = useLink((s) => s.pending)
  const failed = useFailed((s) => s.failed)
  const items = useMemo(() => foldEntries(streams), [streams])
  const tail = useMemo(() => outgoing({ streamIds, streams, pending, failed }), [streamIds, streams, pending, failed])
  return { items, tail }
}
