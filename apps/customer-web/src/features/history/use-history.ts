import type { HistoryItem, HistoryResponse, TranscriptResponse } from '@beckon/shared/protocol/http'
import { useEffect, useState } from 'react'
import { RequestError, requestJson } from '../../realtime/request-json.ts'
import { readySession } from '../../realtime/session-store.ts'

const get = <T>(path: string) => requestJson<T>(path, { token: readySession().token })
const codeOf = (error: unknown) => (error instanceof RequestError ? error.code : 'unavailable')

export interface HistoryList {
  items: readonly HistoryItem[] | undefined
  error: string | undefined
  /** Undefined when there is no more. */
  more: (() => void) | undefined
}

/** The customer's own conversations, newest first, a page at a time. */
export function useHistory(): HistoryList {
  const [items, setItems] = useState<readonly HistoryItem[]>()
  const [cursor, setCursor] = useState<string | null>(null)
  const [error, setError] = useState<string>()
  const load = (from: string | null) => {
    const query = new URLSearchParams({ site: readySession().site.key, ...(from === null ? {} : { cursor: from }) })
    get<HistoryResponse>(`/widget/api/history?${query}`).then(
      (page) => {
        setItems((before = []) => [...(from === null ? [] : before), ...page.items])
        setCursor(page.nextCursor)
        setError(undefined)
      },
      (why: unknown) => setError(codeOf(why)),
    )
  }
  useEffect(() => load(null), [])
  return { items, error, more: cursor === null ? undefined : () => load(cursor) }
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
