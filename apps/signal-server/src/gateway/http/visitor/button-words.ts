import type { Availability, StatusResponse } from '@beckon/shared/protocol/http'
import type { LastAgent } from '../../../domain/views/last-agent.ts'

/** Of a button in somebody's page; a language is whole or not here. Glyph and word, never colour alone. */
type Words = Record<Availability | 'title' | 'last' | 'lastAway', string>

const languages: Record<'en' | 'ar', Words> = {
  en: {
    free: '● Chat now',
    queue: '◐ Wait',
    closed: '○ Closed',
    title: 'Contact',
    last: '{name}, who helped you last time, is available',
    lastAway: '{name}, who helped you last time, is not available now',
  },
  ar: {
    free: '● تحدث الآن',
    queue: '◐ انتظار',
    closed: '○ مغلق',
    title: 'اتصال',
    last: '{name}، من ساعدك في المرة السابقة، متاح الآن',
    lastAway: '{name}، من ساعدك في المرة السابقة، غير متاح الآن',
  },
}

const wordsIn = (language: string): Words => languages[/^ar\b/i.test(language) ? 'ar' : 'en']

/** What the buttons of a page in `language` (BCP 47) say; the loader itself knows no language but English. */
export function buttonWords(chat: Availability, language = 'en'): Pick<StatusResponse, 'title' | 'word'> {
  const words = wordsIn(language)
  return { title: words.title, word: words[chat] }
}

/** Whether who served a customer last is there. */
export const agentWords = ({ name, available }: LastAgent, language = 'en'): string =>
  wordsIn(language)[available ? 'last' : 'lastAway'].replace('{name}', () => name)
