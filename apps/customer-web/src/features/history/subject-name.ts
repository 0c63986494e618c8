import { readySession } from '../../realtime/session-store.ts'

/** The site's name for a subject; one that it no longer has is shown by its key. */
export const subjectName = (subject: string): string =>
  readySession().site.subjects.find(({ key }) => key === subject)?.name ?? subject
