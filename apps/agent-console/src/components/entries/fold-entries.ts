import type { Entry, EntryKind } from '@beckon/shared/model/entry'
import { dayOf } from '../time-text.ts'

export interface PageOutcome {
  outcome: 'opened' | 'dismissed'
  /** Epoch milliseconds. */
  at: number
}

export type FoldedItem =
  | { kind: 'day'; key: string; at: number }
  | {
      kind: 'entry'
      key: string
      entry: Entry
      outcome: PageOutcome | undefined
      /** More of the same writer follows closely: who and when is said once, at the end. */
      goesOn: boolean
    }

/** Shown in the line of another, or not at all. */
const unseen: ReadonlySet<EntryKind> = new Set<EntryKind>(['signal', 'page-answered', 'read'])

/** Texts of one writer with less between them are one group, milliseconds. */
const groupGapMs = 120_000

const isGroup = (a: Entry, b: Entry): boolean =>
  a.body.kind === 'message' &&
  b.body.kind === 'message' &&
  a.author.kind === b.author.kind &&
  a.author.name === b.author.name &&
  b.at - a.at < groupGapMs

/** One timeline out of several streams: by commit order, a line for each new day, answers folded into their page. */
export function foldEntries(streams: readonly (readonly Entry[])[]): FoldedItem[] {
  const entries = streams.flat().sort((a, b) => a.order - b.order)
  const outcomes = new Map<string, PageOutcome>()
  for (const { body, at } of entries)
    if (body.kind === 'page-answered') outcomes.set(body.pushId, { outcome: body.outcome, at })
  const drawn = entries.filter(({ body }) => !unseen.has(body.kind))
  const items: FoldedItem[] = []
  let day = { from: 0, until: 0 }
  for (const [index, entry] of drawn.entries()) {
    const { id: key, at } = entry
    if (at < day.from || at >= day.until) {
      day = dayOf(at)
      items.push({ kind: 'day', key: `day ${key}`, at })
    }
    const next = drawn[index + 1]
    const goesOn = next !== undefined && next.at < day.until && isGroup(entry, next)
    items.push({ kind: 'entry', key, entry, outcome: outcomes.get(key), goesOn })
  }
  return items
}
