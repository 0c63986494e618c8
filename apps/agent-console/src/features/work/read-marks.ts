import type { Entry } from '@beckon/shared/model/entry'
import { create } from 'zustand'

const storageKey = 'beckon.read'

const load = (): Record<string, number> => {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Record<string, number>
  } catch {
    // Marks are a comfort: a broken value counts everything as unread once.
    return {}
  }
}

/** The last `seq` the agent has had on the screen, by stream; kept over a reload. */
export const useReadMarks = create<{ marks: Record<string, number> }>()(() => ({ marks: load() }))

export function markRead(streamId: string, seq: number): void {
  const { marks } = useReadMarks.getState()
  if ((marks[streamId] ?? 0) >= seq) return
  const next = { ...marks, [streamId]: seq }
  useReadMarks.setState({ marks: next })
  localStorage.setItem(storageKey, JSON.stringify(next))
}

export const countUnread = (entries: readonly Entry[], mark: number): number =>
  entries.filter(({ seq, body, author }) => {
    const said = body.kind === 'message' || body.kind === 'file'
    return seq > mark && said && author.kind === 'customer'
  }).length
