import { type KeyboardEvent, useState } from 'react'
import { type CannedReply, cannedQuery, matchingReplies, withReply } from './canned-query.ts'

interface Canned {
  /** Undefined while nothing is searched for. */
  matches: CannedReply[] | undefined
  active: number
  choose: (reply: CannedReply) => void
  /** True when the key was for the list. */
  onKey: (event: KeyboardEvent) => boolean
  setCaret: (caret: number) => void
}

export function useCanned(replies: readonly CannedReply[], text: string, setText: (text: string) => void): Canned {
  const [caret, setCaretAt] = useState(text.length)
  const [active, setActive] = useState(0)
  const [closedFor, setClosedFor] = useState<string>()
  const query = text === closedFor ? undefined : cannedQuery(text, Math.min(caret, text.length))
  const matches = query && matchingReplies(replies, query.words)
  const choose = (reply: CannedReply) => {
    if (query !== undefined) setText(withReply(text, caret, query, reply))
    setActive(0)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    if (matches === undefined) return false
    const chosen = matches[active]
    if (event.key === 'Escape') setClosedFor(text)
    else if (matches.length === 0 || chosen === undefined) return false
    else if (event.key === 'ArrowDown') setActive((active + 1) % matches.length)
    else if (event.key === 'ArrowUp') setActive((active - 1 + matches.length) % matches.length)
    else if (event.key === 'Enter' || event.key === 'Tab') choose(chosen)
    else return false
    event.preventDefault()
    return true
  }
  const setCaret = (at: number) => {
    setCaretAt(at)
    setActive(0)
  }
  return { matches, active: Math.min(active, Math.max(0, (matches?.length ?? 1) - 1)), choose, onKey, setCaret }
}
