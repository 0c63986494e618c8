import type { SiteId } from '@beckon/shared/model/ids'
import type pg from 'pg'

/** The names a transcript is headed by; a subject the site no longer has goes by its key. */
export async function readSubjectName(
  db: pg.Pool,
  siteId: SiteId,
  subject: string,
): Promise<{ siteName: string; subjectName: string }> {
  const { rows } = await db.query<{ siteName: string; subjectName: string }>({
    name: 'subject-name',
    text: `select s.name as "siteName", coalesce(j.name, $2) as "subjectName"
      from sites s left join subjects j on j.site_id = s.id and j.key = $2 where s.id = $1`,
    values: [siteId, subject],
  })
  return rows[0] ?? { siteName: '', subjectName: subject }
}
