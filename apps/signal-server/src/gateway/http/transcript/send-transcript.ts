import type { Entry } from '@beckon/shared/model/entry'
import type { SiteId } from '@beckon/shared/model/ids'
import type { HistoryItem } from '@beckon/shared/protocol/http'
import type { FastifyReply } from 'fastify'
import type pg from 'pg'
import * as z from 'zod/mini'
import { readSubjectName } from '../../../stores/read-subject-name.ts'
import { contentDisposition } from '../files/content-disposition.ts'
import { plainTranscript, transcriptPage } from './write-transcript.ts'

export const TranscriptFormat = z.object({
  /** `page`: HTML, to be printed. */
  format: z._default(z.enum(['text', 'page']), 'text'),
  /** The reader's, for words and dates. */
  locale: z._default(z.string().check(z.maxLength(35)), 'en'),
  /** The reader's time zone, e.g. `Europe/Paris`. */
  zone: z._default(z.string().check(z.maxLength(64)), 'UTC'),
})

interface Saved extends z.infer<typeof TranscriptFormat> {
  siteId: SiteId
  item: HistoryItem
  entries: readonly Entry[]
}

/** A transcript as a file under the contact's reference: never opened in a page of ours. */
export async function sendTranscript(reply: FastifyReply, db: pg.Pool, saved: Saved): Promise<FastifyReply> {
  const { siteId, item, entries, format } = saved
  const { siteName, subjectName } = await readSubjectName(db, siteId, item.subject)
  const record = { siteName, subjectName, reference: item.reference, startedAt: item.startedAt, entries }
  const isPage = format === 'page'
  return reply
    .headers({
      'cache-control': 'private, no-store',
      'content-type': isPage ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
      'content-disposition': contentDisposition(`${item.reference}.${isPage ? 'html' : 'txt'}`),
      'content-security-policy': "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
    })
    .send(isPage ? transcriptPage(record, saved) : plainTranscript(record, saved))
}
