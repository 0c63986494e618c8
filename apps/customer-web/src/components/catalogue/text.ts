import { en } from './en.ts'
import type { Catalogue, TextKey } from './keys.ts'

/** English grows by what comes later; another language is whole at once. */
let english: Partial<Catalogue> = en
let catalogue = english
let language = 'en'
/** For dates and numbers: the customer's region where it is of our language. */
let region = 'en'

/** A text in the customer's language with its `{gaps}` filled. */
export const t = (key: TextKey, gaps: Record<string, string | number> = {}): string =>
  (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(gaps[name] ?? ''))

/** Adds the English of parts that come later; a whole language needs none. */
export function addTexts(texts: Partial<Catalogue>): void {
  english = { ...english, ...texts }
  if (language === 'en') catalogue = english
}

const isKey = (key: string): key is TextKey => key in en

/** The text of a refusal: its own, or the general one. */
export function errorText(code: string): string {
  const key = `error.${code}`
  return t(isKey(key) ? key : 'error.other')
}

function regionOf(wanted: string): string {
  try {
    return wanted.toLowerCase().startsWith(language) ? (Intl.getCanonicalLocales(wanted)[0] ?? language) : language
  } catch {
    // The host page's `lang` is no language tag.
    return language
  }
}

/** Loads the language nearest to `wanted` (BCP 47); to be awaited before the first screen. */
export async function chooseLanguage(wanted: string): Promise<void> {
  if (/^ar\b/i.test(wanted)) {
    catalogue = (await import('./ar.ts')).ar
    language = 'ar'
  } else {
    catalogue = english
    language = 'en'
  }
  region = regionOf(wanted)
  document.documentElement.lang = language
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr'
}

export const timeText = (at: number): string =>
  new Intl.DateTimeFormat(region, { hour: '2-digit', minute: '2-digit' }).format(at)

export const dateText = (at: number): string =>
  new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)
