import type { Entry, EntryKind } from '@beckon/shared/model/entry'
import { dayKey } from '../time-text.ts'

export interface PageOutcome {
  outcome: 'opened' | 'dismissed'
  /** Epoch milliseconds. */
  at: number
}

export type FoldedItem =
  | { kind: 'day'; key: string; at: number }
  | { kind: 'entry'; key: string; entry: Entry; outcome: PageOutcome | undefined }

/** Shown in the line of another, or not at all. */
const unseen: ReadonlySet<EntryKind> = new Set<EntryKind>(['signal', 'page-answered', 'read'])

/** One timeline out of several streams: by commit order, a line for each new day, answers folded into their page. */
export function foldEntries(streams: readonly (readonly Entry[])[]): FoldedItem[] {
  const entries = streams.flat().sort((a, b) => a.order - b.order)
  const outcomes = new Map<string, PageOutcome>()
  for (const { body, at } of entries)
    if (body.kind === 'page-answered') outcomes.set(body.pushId, { outcome: body.outcome, at })
  const items: FoldedItem[] = []
  let day: string | undefined
  for (const entry of entries) {
    if (unseen.has(entry.body.kind)) continue
    const entryDay = dayKey(entry.at)
    if (entryDay !== day) items.push({ kind: 'day', key: `day ${entryDay}`, at: entry.at })
    day = entryDay
    items.push({ kind: 'entry', key: entry.id, entry, outcome: outcomes.get(entry.id) })
  }
  return items
}
