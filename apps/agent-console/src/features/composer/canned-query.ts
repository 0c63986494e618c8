import type { MeResponse } from '@beckon/shared/protocol/http'

export type CannedReply = MeResponse['cannedReplies'][number]

export interface CannedQuery {
  /** Where the slash stands. */
  from: number
  /** What was typed after it. */
  words: string
}

/** A slash at the start or after a space, and the letters up to the caret: a search for canned replies. */
export function cannedQuery(text: string, caret: number): CannedQuery | undefined {
  const match = /(?:^|\s)\/([^\s/]*)$/.exec(text.slice(0, caret))
  if (match?.[1] === undefined) return undefined
  return { from: caret - match[1].length - 1, words: match[1].toLowerCase() }
}

export const matchingReplies = (replies: readonly CannedReply[], words: string): CannedReply[] =>
  replies.filter(({ key, text }) => key.toLowerCase().includes(words) || text.toLowerCase().includes(words))

/** The text with the search replaced by the reply. */
export const withReply = (text: string, caret: number, query: CannedQuery, reply: CannedReply): string =>
  text.slice(0, query.from) + reply.text + text.slice(caret)
