import { speak } from './i18n.ts'
import { type Language, prefer, type Theme, usePreferences } from './preferences.ts'

/** `auto` follows the system. */
function paint(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

export function changeTheme(theme: Theme): void {
  paint(theme)
  prefer({ theme })
}

/** Rejects when the texts cannot be fetched; everything stays as it was. */
export async function changeLanguage(language: Language): Promise<void> {
  await speak(language)
  prefer({ language })
}

/** Before the first drawing: how this browser showed the desk the last time. */
export async function lookAsBefore(): Promise<void> {
  const { theme, language } = usePreferences.getState()
  paint(theme)
  // Without the texts of the language the desk speaks English: better than none.
  await speak(language).catch(() => undefined)
}
