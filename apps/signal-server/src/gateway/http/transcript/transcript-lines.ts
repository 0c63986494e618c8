import type { Entry } from '@beckon/shared/model/entry'
import { clockText } from '@beckon/shared/rules/countdown'
import { endedWords, type TranscriptWords } from './transcript-words.ts'

/** One line of a record: what somebody said, or what happened (then without an author). */
export interface TranscriptLine {
  at: number
  author: string | undefined
  text: string
}

/** What is shown in another's line, or to nobody. */
type Told = Exclude<Entry['body'], { kind: 'page-answered' | 'signal' | 'read' | 'wrapped-up' | 'idle-warned' }>

const untold: ReadonlySet<string> = new Set(['page-answered', 'signal', 'read', 'wrapped-up', 'idle-warned'])
const isTold = (body: Entry['body']): body is Told => !untold.has(body.kind)

function factText(body: Told, words: TranscriptWords): string {
  const fill = (text: string, name: string) => text.replace('{name}', () => name)
  switch (body.kind) {
    case 'message':
    case 'note':
      return body.text
    case 'file':
      return fill(words.file, body.name)
    case 'page-pushed':
      return fill(words.page, `${body.title} ${body.url}`.trim())
    case 'joined':
      return fill(body.insteadOf === undefined ? words.joined : words.joinedInWriting, body.agent)
    case 'released':
      return words.released
    case 'call-started':
      return words.callStarted
    case 'call-ended':
      return fill(words.callEnded, clockText(body.durationMs))
    case 'ended':
      return endedWords(words, body.cause)
  }
}

export function transcriptLines(entries: readonly Entry[], words: TranscriptWords): TranscriptLine[] {
  return entries.flatMap(({ at, author, body }) => {
    if (!isTold(body)) return []
    const name = author.name || (author.kind === 'customer' ? words.customer : words.staff)
    const said = author.kind === 'system' ? undefined : name
    return [{ at, author: body.kind === 'note' ? `${name} (${words.note})` : said, text: factText(body, words) }]
  })
}
