import type { HistoryItem, HistoryResponse } from '@beckon/shared/protocol/http'
import type pg from 'pg'
import * as z from 'zod/mini'
import { type HistoryOf, type HistoryPlace, readHistory, type StoredHistoryItem } from '../../stores/read-history.ts'
import { HttpProblem } from './http-problem.ts'

const MOST = 50

/** `?cursor=…&limit=…` */
export const PageQuery = z.object({
  /** From `nextCursor` of the page before. */
  cursor: z.optional(z.string().check(z.maxLength(80))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(MOST)), 20),
})
export type PageQuery = z.infer<typeof PageQuery>

/** One page, newest first; `shown` makes of a stored item what this reader may see. */
export async function historyPage(
  db: pg.Pool,
  of: HistoryOf,
  { cursor, limit }: PageQuery,
  shown: (item: StoredHistoryItem) => HistoryItem,
): Promise<HistoryResponse> {
  const rows = await readHistory(db, of, cursor === undefined ? null : parseCursor(cursor), limit + 1)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items: items.map(shown), nextCursor: rows.length > limit && last ? makeCursor(last) : null }
}

export const asStaff = (item: StoredHistoryItem): HistoryItem => item
/** How a contact was classified is the site's own affair. */
export function asCustomer(item: StoredHistoryItem): HistoryItem {
  const shown: HistoryItem = { ...item }
  delete shown.disposition
  return shown
}

const makeCursor = (item: StoredHistoryItem): string => `${item.startedAt}.${item.interactionId}`

function parseCursor(text: string): HistoryPlace {
  const [startedAt, interactionId] = text.split('.')
  const place = { startedAt: Number(startedAt), interactionId: z.uuid().safeParse(interactionId).data }
  if (!Number.isSafeInteger(place.startedAt) || place.interactionId === undefined)
    throw new HttpProblem('invalid', 'cursor')
  return { startedAt: place.startedAt, interactionId: place.interactionId }
}
