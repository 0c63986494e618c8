import { lookOf } from '@beckon/shared/rules/look'
import { readTheme } from '@beckon/shared/rules/read-theme'
import type { Theme } from '@beckon/shared/rules/theme'

let told = ''

/** The site's look with the page's over it; what of the page's cannot be used is said to its developer once. */
export function wearLook(site: Theme | undefined, given: object): void {
  const { theme, problems } = readTheme({ ...site, ...given })
  const words = problems.join('; ')
  if (words !== '' && words !== told) console.error('Beckon: setTheme:', words)
  told = words
  for (const [name, value] of Object.entries(lookOf(theme))) document.documentElement.style.setProperty(name, value)
}
