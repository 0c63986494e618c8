import type { HistoryFilters, HistoryItem, HistoryResponse, TranscriptResponse } from '@beckon/shared/protocol/http'
import { useCallback, useEffect, useRef, useState } from 'react'
import { RequestError, requestJson } from '../../realtime/request-json.ts'
import { readySession } from '../../realtime/session-store.ts'

const get = <T>(path: string) => requestJson<T>(path, { token: readySession().token })
const codeOf = (error: unknown) => (error instanceof RequestError ? error.code : 'unavailable')

/** What the past is narrowed to; empty: not at all. */
export interface Narrowing {
  q: string
  subject: string
  agent: string
  channel: string
}
/** While somebody types, the server is asked once they pause. */
const PAUSE_MS = 250

export interface HistoryList {
  /** What this past can be narrowed to. */
  filters: HistoryFilters | undefined
  items: readonly HistoryItem[] | undefined
  error: string | undefined
  /** Undefined when there is no more. */
  more: (() => void) | undefined
}

/** The customer's own conversations, newest first, a page at a time. */
export function useHistory(narrowing: Narrowing): HistoryList {
  const [items, setItems] = useState<readonly HistoryItem[]>()
  const [cursor, setCursor] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const [filters, setFilters] = useState<HistoryFilters>()
  // An answer to what is no longer asked is dropped.
  const asked = useRef(0)
  const load = useCallback(
    (from: string | null) => {
      asked.current += 1
      const mine = asked.current
      const given = Object.entries(narrowing).filter(([, value]) => value !== '')
      const query = new URLSearchParams({
        site: readySession().site.key,
        ...Object.fromEntries(given),
        ...(from === null ? {} : { cursor: from }),
      })
      get<HistoryResponse>(`/widget/api/history?${query}`).then(
        (page) => {
          if (mine !== asked.current) return
          if (page.filters) setFilters(page.filters)
          setItems((before = []) => [...(from === null ? [] : before), ...page.items])
          setCursor(page.nextCursor)
          setError(undefined)
        },
        (why: unknown) => {
          if (mine === asked.current) setError(codeOf(why))
        },
      )
    },
    [narrowing],
  )
  const typing = narrowing.q !== ''
  useEffect(() => {
    const timer = setTimeout(() => load(null), typing ? PAUSE_MS : 0)
    return () => clearTimeout(timer)
  }, [load, typing])
  return { filters, items, error, more: cursor === null ? undefined : () => load(cursor) }
}

export function useTranscript(interactionId: string): {
  transcript: TranscriptResponse | undefined
  error: string | undefined
} {
  const [transcript, setTranscript] = useState<TranscriptResponse>()
  const [error, setError] = useState<string>()
  useEffect(() => {
    const query = new URLSearchParams({ site: readySession().site.key })
    get<TranscriptResponse>(`/widget/api/history/${encodeURIComponent(interactionId)}?${query}`).then(
      setTranscript,
      (why: unknown) => setError(codeOf(why)),
    )
  }, [interactionId])
  return { transcript, error }
}
