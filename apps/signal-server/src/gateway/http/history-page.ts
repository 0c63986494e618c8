import type { HistoryItem, HistoryQuery, HistoryResponse } from '@beckon/shared/protocol/http'
import type pg from 'pg'
import { type HistoryOf, readHistory, readHistoryFilters, type StoredHistoryItem } from '../../stores/read-history.ts'
import { pageOf, readCursor } from './cursor.ts'

/** One page, newest first; `shown` makes of a stored item what this reader may see. */
export async function historyPage(
  db: pg.Pool,
  of: HistoryOf,
  { cursor, limit, ...filters }: HistoryQuery,
  shown: (item: StoredHistoryItem) => HistoryItem,
): Promise<HistoryResponse> {
  const page = { ...filters, place: readCursor(cursor), limit: limit + 1 }
  const [rows, choices] = await Promise.all([
    readHistory(db, of, page),
    cursor === undefined ? readHistoryFilters(db, of) : undefined,
  ])
  const { items, nextCursor } = pageOf(rows, limit, ({ startedAt, interactionId: id }) => ({ at: startedAt, id }))
  return { items: items.map(shown), nextCursor, ...(choices && { filters: choices }) }
}

export const asStaff = (item: StoredHistoryItem): HistoryItem => item
/** How a contact was classified is the site's own affair. */
export function asCustomer(item: StoredHistoryItem): HistoryItem {
  const shown: HistoryItem = { ...item }
  delete shown.disposition
  return shown
}
