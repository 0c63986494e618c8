import { judgePageUrl, type PageRefusal } from '@beckon/shared/rules/page-url'

export interface Page {
  title: string
  url: string
}

/** What was typed as an address of its own: a page to push, or why it cannot be. */
export type TypedAddress = { page: Page } | { refusal: PageRefusal }

const looksLikeAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:|^[^\s/]+\.[^\s/]{2,}/i.test(text)

/** The stored pages that a search finds, and the address it is, if it looks like one; `www.x.example` means https. */
export function choosePages(
  pages: readonly Page[],
  origins: readonly string[],
  search: string,
): { found: Page[]; typed: TypedAddress | undefined } {
  const words = search.trim().toLowerCase()
  const found = pages.filter(({ title, url }) => `${title} ${url}`.toLowerCase().includes(words))
  if (!looksLikeAddress(words)) return { found, typed: undefined }
  const text = search.trim()
  const judged = judgePageUrl(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`, origins)
  if ('refusal' in judged) return { found, typed: judged }
  const stored = found.some(({ url }) => url === judged.href)
  return { found, typed: stored ? undefined : { page: { title: '', url: judged.href } } }
}
