import type { HistoryResponse } from '@beckon/shared/protocol/http'
import { useInfiniteQuery } from '@tanstack/react-query'
import { fetchJson } from '../../realtime/fetch-json.ts'

/** `mine`: what I served. Otherwise the past of the customer of that interaction. */
export type HistoryOf = 'mine' | { interactionId: string }

export const historyPath = (of: HistoryOf, cursor: string | null): string => {
  const path =
    of === 'mine' ? '/api/v1/history' : `/api/v1/interactions/${encodeURIComponent(of.interactionId)}/history`
  return cursor === null ? path : `${path}?cursor=${encodeURIComponent(cursor)}`
}

/** Read anew each time it is opened: contacts end all the time. */
export function useHistory(of: HistoryOf) {
  return useInfiniteQuery({
    queryKey: ['history', of],
    queryFn: ({ pageParam }) => fetchJson<HistoryResponse>(historyPath(of, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  })
}
