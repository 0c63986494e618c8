import type { HistoryResponse } from '@beckon/shared/protocol/http'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'

/** `mine`: what I served. Otherwise the past of the customer of that interaction. */
export type HistoryOf = 'mine' | { interactionId: string }

/** What it is narrowed to; empty: not at all. */
export interface Narrowing {
  q: string
  subject: string
  agent: string
}
export const everything: Narrowing = { q: '', subject: '', agent: '' }

export const historyPath = (of: HistoryOf, cursor: string | null, narrowing: Narrowing = everything): string => {
  const path =
    of === 'mine' ? '/api/v1/history' : `/api/v1/interactions/${encodeURIComponent(of.interactionId)}/history`
  const given = Object.entries({ ...narrowing, cursor: cursor ?? '' }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(given).toString()
  return query === '' ? path : `${path}?${query}`
}

/** Read anew each time it is opened: contacts end all the time. */
export function useHistory(of: HistoryOf, narrowing: Narrowing = everything) {
  return useInfiniteQuery({
    queryKey: ['history', of, narrowing],
    queryFn: ({ pageParam }) => fetchJson<HistoryResponse>(historyPath(of, pageParam, narrowing)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
    // While another narrowing is read, what was found stays.
    placeholderData: keepPreviousData,
  })
}
