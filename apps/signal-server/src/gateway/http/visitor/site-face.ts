import type { SiteFace } from '@beckon/shared/protocol/http'
import { allowedPageUrl } from '@beckon/shared/rules/page-url'
import { readTheme } from '@beckon/shared/rules/read-theme'
import type { SiteSettings } from '../../../stores/read-site-settings.ts'

/** What of a site its widget shows: a look that can be read, links that lead to its own pages only. */
export function siteFace({ key, name, theme, subjects, pages, files, origins }: SiteSettings): SiteFace {
  const safe = pages.map((page) => ({
    ...page,
    links: page.links.filter(({ url }) => allowedPageUrl(url, origins) !== undefined),
  }))
  return { key, name, theme: readTheme(theme).theme, subjects, pages: safe, files }
}
