import type { Availability, StatusResponse } from '@beckon/shared/protocol/http'

/** Of a button in somebody's page; a language is whole or not here. Glyph and word, never colour alone. */
type Words = Record<Availability | 'title', string>

const languages: Record<'en' | 'ar', Words> = {
  en: { free: '● Chat now', queue: '◐ Wait', closed: '○ Closed', title: 'Contact' },
  ar: { free: '● تحدث الآن', queue: '◐ انتظار', closed: '○ مغلق', title: 'اتصال' },
}

/** What the buttons of a page in `language` (BCP 47) say; the loader itself knows no language but English. */
export function buttonWords(chat: Availability, language = 'en'): Pick<StatusResponse, 'title' | 'word'> {
  const words = languages[/^ar\b/i.test(language) ? 'ar' : 'en']
  return { title: words.title, word: words[chat] }
}
