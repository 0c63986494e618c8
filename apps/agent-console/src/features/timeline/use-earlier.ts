import type { WorkView } from '@beckon/shared/model/agent-view'
import type { EarlierResponse, TranscriptResponse } from '@beckon/shared/protocol/http'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { fetchJson } from '../../realtime/fetch-json.ts'

/** Interactions in one page: a look back, not an archive. */
const pageSize = 5

const path = (interactionId: string, cursor: string | null): string => {
  const query = new URLSearchParams({ limit: String(pageSize), ...(cursor !== null && { cursor }) })
  return `/api/v1/interactions/${encodeURIComponent(interactionId)}/earlier?${query}`
}

export interface Earlier {
  /** What ended while something else of the dialogue went on, such as a call beside its chat. */
  among: TranscriptResponse[]
  /** What lies before, as far as the agent asked for it, oldest first. */
  before: TranscriptResponse[]
  /** There only where there is more to show. */
  showMore: (() => void) | undefined
  state: 'ready' | 'loading' | 'failed'
}

/** The ended interactions of a dialogue; `open` are those of it on the desk. Read anew whenever those change. */
export function useEarlier(selected: WorkView, open: readonly WorkView[]): Earlier {
  const [shownPages, setShownPages] = useState(0)
  const ids = open.map(({ id }) => id)
  const { data, isPending, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['earlier', selected.dialogueId, ...ids],
    queryFn: ({ pageParam }) => fetchJson<EarlierResponse>(path(selected.id, pageParam)),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: (before) => before,
    // A task's past is not its customer's.
    enabled: selected.task === null,
    staleTime: 0,
  })
  const openedAt = Math.min(...open.map(({ enqueuedAt }) => enqueuedAt))
  const idsKey = ids.join()
  const { among, pages } = useMemo(() => {
    const past = (data?.pages ?? []).map(({ parts }) =>
      parts.filter(({ item }) => !idsKey.includes(item.interactionId)),
    )
    return {
      among: past.flat().filter(({ item }) => item.startedAt >= openedAt),
      pages: past.map((parts) => parts.filter(({ item }) => item.startedAt < openedAt)).filter(({ length }) => length),
    }
  }, [data, idsKey, openedAt])
  const before = useMemo(() => pages.slice(0, shownPages).flat().reverse(), [pages, shownPages])
  const showMore = () => {
    setShownPages(shownPages + 1)
    // The page after the next is at hand before it is asked for.
    if (shownPages + 1 >= pages.length && hasNextPage) void fetchNextPage()
  }
  const more = pages.length > shownPages || (hasNextPage && !isFetchingNextPage)
  return {
    among,
    before,
    showMore: isError ? () => void refetch() : more ? showMore : undefined,
    state: isError ? 'failed' : (isPending && selected.task === null) || isFetchingNextPage ? 'loading' : 'ready',
  }
}
