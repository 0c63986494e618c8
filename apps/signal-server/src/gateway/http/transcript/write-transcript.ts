import type { Entry } from '@beckon/shared/model/entry'
import { type TranscriptLine, transcriptLines } from './transcript-lines.ts'
import { type TranscriptWords, transcriptWords } from './transcript-words.ts'

export interface TranscriptRecord {
  siteName: string
  subjectName: string
  reference: string
  /** Epoch milliseconds. */
  startedAt: number
  entries: readonly Entry[]
}

/** The reader's: BCP 47, and a name of the zone database; what is none falls back. */
export interface TranscriptReader {
  locale: string
  zone: string
}

interface Shown {
  heading: string[]
  lines: (Omit<TranscriptLine, 'at'> & { when: string })[]
  language: 'en' | 'ar'
  words: TranscriptWords
}

function formatter({ locale, zone }: TranscriptReader, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  for (const [one, timeZone] of [
    [locale, zone],
    [locale, 'UTC'],
    ['en', zone],
  ] as const) {
    try {
      return new Intl.DateTimeFormat(one, { ...options, timeZone, timeZoneName: 'short' })
    } catch {
      // A page may send any words: the next choice is as good.
    }
  }
  return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC', timeZoneName: 'short' })
}

function show(record: TranscriptRecord, reader: TranscriptReader): Shown {
  const language = /^ar\b/i.test(reader.locale) ? 'ar' : 'en'
  const words = transcriptWords(language)
  const when = formatter(reader, { year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' })
  return {
    heading: [record.siteName, record.subjectName, record.reference, when.format(record.startedAt)],
    lines: transcriptLines(record.entries, words).map(({ at, ...line }) => ({ ...line, when: when.format(at) })),
    language,
    words,
  }
}

/** Marks that turn the direction of all that follows: a text must not reach beyond its own line. */
const steering = /[\u202a-\u202e\u2066-\u2069]/g
/** From the first to the last, by its own first strong letter (Unicode Bidirectional Algorithm, isolates). */
const isolate = (text: string): string => `\u2068${text.replace(steering, '')}\u2069`

/** As plain text. What somebody wrote in several lines is indented, so that none of them passes for another's words. */
export function plainTranscript(record: TranscriptRecord, reader: TranscriptReader): string {
  const { heading, lines, words } = show(record, reader)
  const indented = (text: string) =>
    text
      .split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)
      .map(isolate)
      .join('\n    ')
  const said = lines.map(({ author, text, when }) =>
    author === undefined ? `[${when}] — ${indented(text)}` : `[${when}] ${indented(author)}: ${indented(text)}`,
  )
  return [...heading.map(indented), '', ...(said.length > 0 ? said : [words.nothing]), ''].join('\n')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (one) => entities[one] ?? '')

const style = `body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:15px/22px system-ui;color:#111827}
h1{font-size:20px;line-height:28px;margin:0}header p{margin:0;color:#4b5563}ol{list-style:none;margin:1.5rem 0;padding:0}
li{margin:0 0 12px;break-inside:avoid}time{color:#4b5563;font-size:13px}li p{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
.fact p{color:#4b5563}`

/** As a page to be kept and printed; it runs and fetches nothing. */
export function transcriptPage(record: TranscriptRecord, reader: TranscriptReader): string {
  const { heading, lines, language, words } = show(record, reader)
  const [site = '', ...about] = heading
  const items = lines.map(({ author, text, when }) => {
    const who = author === undefined ? '' : `<bdi>${escaped(author)}</bdi> · `
    const kind = author === undefined ? ' class="fact"' : ''
    return `<li${kind}><span>${who}<time>${escaped(when)}</time></span><p dir="auto">${escaped(text)}</p></li>`
  })
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width"><title>${escaped(`${site} ${record.reference}`)}</title>
<style>${style}</style></head><body><header><h1><bdi>${escaped(site)}</bdi></h1>
${about.map((line) => `<p><bdi>${escaped(line)}</bdi></p>`).join('')}</header>
<ol>${items.join('\n') || `<li>${words.nothing}</li>`}</ol></body></html>
`
}
