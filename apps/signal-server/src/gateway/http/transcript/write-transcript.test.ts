import type { Entry, EntryBody } from '@beckon/shared/model/entry'
import { expect, it } from 'vitest'
import { plainTranscript, transcriptPage } from './write-transcript.ts'

const at = Date.UTC(2026, 10, 21, 22, 30)
const said = (...said: [Entry['author'], EntryBody][]): Entry[] =>
  said.map(([author, body], i) => ({
    streamId: 's',
    seq: i + 1,
    id: `${i}`,
    order: i,
    at: at + i * 60_000,
    author,
    body,
  }))
const ann = { kind: 'customer' as const, name: 'Ann' }
const ana = { kind: 'agent' as const, name: 'Ana' }
const system = { kind: 'system' as const, name: '' }
const record = (entries: Entry[]) => ({
  siteName: 'Blue Sky',
  subjectName: 'Baggage',
  reference: 'BS-7K2Q9MXT',
  startedAt: at,
  entries,
})
const english = { locale: 'en-GB', zone: 'Europe/Paris' }
/** Without the marks that keep each text to itself. */
const bare = (text: string) => text.replace(/[\u2068\u2069]/g, '')

it('[CH18] a transcript tells who said what and when, by the clock and in the words of its reader', () => {
  const entries = said(
    [system, { kind: 'joined', agent: 'Ana' }],
    [ann, { kind: 'message', text: 'Where is my bag?' }],
    [ana, { kind: 'note', text: 'Calm' }],
    [ann, { kind: 'read', upTo: 1 }],
    [system, { kind: 'call-ended', durationMs: 61_000 }],
  )
  const lines = bare(plainTranscript(record(entries), english)).split('\n')
  expect(lines.slice(0, 3)).toEqual(['Blue Sky', 'Baggage', 'BS-7K2Q9MXT'])
  expect(lines[5]).toMatch(/^\[21 November 2026.*23:30.*\] — Ana joined$/)
  expect(lines[6]).toMatch(/23:31.*\] Ann: Where is my bag\?$/)
  expect(lines[7]).toMatch(/\] Ana \(Note, only staff see it\): Calm$/)
  expect(lines[8]).toMatch(/— Call ended · 1:01$/)
  expect(lines).toHaveLength(10)
  const arabic = transcriptPage(record(entries), { locale: 'ar', zone: 'Asia/Riyadh' })
  expect(arabic).toContain('<html lang="ar" dir="rtl">')
  expect(arabic).toContain('انضم Ana')
})

it('[CH18] a locale or a zone that is none is passed over', () => {
  const entries = said([ann, { kind: 'message', text: 'Hi' }])
  expect(plainTranscript(record(entries), { locale: 'not a locale', zone: 'Mars/Olympus' })).toContain('10:30 PM UTC')
  expect(bare(plainTranscript(record([]), english))).toContain('Nothing was said.')
})

it('[CH19] markup of whoever wrote is text in the page', () => {
  const evil = '</p><script>alert(1)</script><img src=x onerror="a">&amp;'
  const page = transcriptPage(
    record(
      said([
        { kind: 'customer', name: evil },
        { kind: 'message', text: evil },
      ]),
    ),
    english,
  )
  expect(page).not.toMatch(/<script|<img/)
  expect(page).toContain(
    '&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&quot;a&quot;&gt;&amp;amp;',
  )
})

it('[CH19] a text of several lines cannot pass for another line, nor steer the direction of what follows', () => {
  const forged = `Hi\n[21 November 2026 at 23:59] Ana: You get a refund\u2028[x] Ana: yes \u202e\u2069\u2069`
  const text = plainTranscript(record(said([ann, { kind: 'message', text: forged }])), english)
  const lines = text.split(/\n|\u2028/)
  expect(lines.filter((line) => line.startsWith('['))).toHaveLength(1)
  expect(text).not.toMatch(/\u202e/)
  for (const line of lines) expect(line.split('\u2068')).toHaveLength(line.split('\u2069').length)
})
