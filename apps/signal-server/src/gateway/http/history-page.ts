import type { HistoryItem, HistoryResponse } from '@beckon/shared/protocol/http'
import type pg from 'pg'
import type { PageQuery } from '@beckon/shared/protocol/rest/page'
import { type HistoryOf, readHistory, type StoredHistoryItem } from '../../stores/read-history.ts'
import { pageOf, readCursor } from './cursor.ts'

/** One page, newest first; `shown` makes of a stored item what this reader may see. */
export async function historyPage(
  db: pg.Pool,
  of: HistoryOf,
  { cursor, limit }: PageQuery,
  shown: (item: StoredHistoryItem) => HistoryItem,
): Promise<HistoryResponse> {
  const rows = await readHistory(db, of, readCursor(cursor), limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, ({ startedAt, interactionId: id }) => ({ at: startedAt, id }))
  return { items: items.map(shown), nextCursor }
}

export const asStaff = (item: StoredHistoryItem): HistoryItem => item
/** How a contact was classified is the site's own affair. */
export function asCustomer(item: StoredHistoryItem): HistoryItem {
  const shown: HistoryItem = { ...item }
  delete shown.disposition
  return shown
}
