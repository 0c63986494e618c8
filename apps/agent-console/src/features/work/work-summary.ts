import type { Entry } from '@beckon/shared/model/entry'

export interface WorkSummary {
  /** What was said last, or the name of a file, by anyone; undefined before the first message. */
  lastText: string | undefined
  /** Since when the customer's last word is unanswered, epoch milliseconds; undefined when it is answered. */
  unansweredSince: number | undefined
}

/** What one line of the work list tells of a conversation. */
export function summarise(entries: readonly Entry[]): WorkSummary {
  let lastText: string | undefined
  let unansweredSince: number | undefined
  for (const { body, author, at } of entries) {
    if (body.kind !== 'message' && body.kind !== 'file') continue
    lastText = body.kind === 'file' ? body.name : body.text
    unansweredSince = author.kind === 'customer' ? (unansweredSince ?? at) : undefined
  }
  return { lastText, unansweredSince }
}
