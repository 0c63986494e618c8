import type { ContactPage } from '../model/contact-page.ts'

/** The page of that kind for `subject`: its own, else the site's; undefined when there is none. */
export const contactPage = (
  pages: readonly ContactPage[],
  kind: ContactPage['kind'],
  subject: string | undefined,
): ContactPage | undefined =>
  pages.find((page) => page.kind === kind && page.subject === subject) ??
  pages.find((page) => page.kind === kind && page.subject === '')
