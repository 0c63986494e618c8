import { readTheme } from '@beckon/shared/rules/read-theme'
import type { Theme } from '@beckon/shared/rules/theme'

let told = ''

/** What of a page's look can be used; what cannot is said to its developer once. */
export function checkTheme(given: Parameters<typeof readTheme>[0]): Theme {
  const { theme, problems } = readTheme(given)
  const words = problems.join('; ')
  if (words !== '' && words !== told) console.error('Beckon: setTheme:', words)
  told = words
  return theme
}
