import type { HistoryFilters, HistoryItem, HistoryResponse, TranscriptResponse } from '@beckon/shared/protocol/http'
import { useEffect, useRef, useState } from 'react'
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

/** One page of it, after `cursor`. */
function read(narrowing: Narrowing, cursor: string | null): Promise<HistoryResponse> {
  const given = Object.entries({ ...narrowing, cursor: cursor ?? '' }).filter(([, value]) => value !== '')
  const query = new URLSearchParams({ site: readySession().site.key, ...Object.fromEntries(given) })
  return get<HistoryResponse>(`/widget/api/history?${query}`)
}

/** The customer's own conversations, newest first, a page at a time. */
export function useHistory(narrowing: Narrowing): HistoryList {
  const [items, setItems] = useState<readonly HistoryItem[]>()
  const [cursor, setCursor] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const [filters, setFilters] = useState<HistoryFilters>()
  /** An answer to what is no longer asked is dropped. */
  const asked = useRef(narrowing)
  const typing = narrowing.q !== ''
  useEffect(() => {
    asked.current = narrowing
    const load = () =>
      read(narrowing, null).then(
        (page) => {
          if (asked.current !== narrowing) return
          setItems(page.items)
          setFilters(page.filters)
          setCursor(page.nextCursor)
          setError(undefined)
        },
        (why: unknown) => {
          if (asked.current === narrowing) setError(codeOf(why))
        },
      )
    const timer = setTimeout(() => void load(), typing ? PAUSE_MS : 0)
    return () => clearTimeout(timer)
  }, [narrowing, typing])
  const more = (): void => {
    read(narrowing, cursor).then(
      (page) => {
        if (asked.current !== narrowing) return
        setItems((before = []) => [...before, ...page.items])
        setCursor(page.nextCursor)
      },
      (why: unknown) => setError(codeOf(why)),
    )
  }
  return { filters, items, error, more: cursor === null ? undefined : more }
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
