import type { Availability, StatusResponse } from '@beckon/shared/protocol/http'
import type { ToldAgent } from '../../../domain/views/told-agent.ts'

/** Of a button in somebody's page; a language is whole or not here. Glyph and word, never colour alone. */
type Words = Record<Availability | 'title', string> & Record<'available' | 'away', Record<ToldAgent['as'], string>>

const languages: Record<'en' | 'ar', Words> = {
  en: {
    free: '● Chat now',
    queue: '◐ Wait',
    closed: '○ Closed',
    title: 'Contact',
    available: {
      owner: '{name}, who is looking after your request, is available',
      named: '{name} is available',
      'last-agent': '{name}, who helped you last time, is available',
    },
    away: {
      owner: '{name}, who is looking after your request, is not available now',
      named: '{name} is not available now',
      'last-agent': '{name}, who helped you last time, is not available now',
    },
  },
  ar: {
    free: '● تحدث الآن',
    queue: '◐ انتظار',
    closed: '○ مغلق',
    title: 'اتصال',
    available: {
      owner: '{name}، من يتابع طلبك، متاح الآن',
      named: '{name} متاح الآن',
      'last-agent': '{name}، من ساعدك في المرة السابقة، متاح الآن',
    },
    away: {
      owner: '{name}، من يتابع طلبك، غير متاح الآن',
      named: '{name} غير متاح الآن',
      'last-agent': '{name}، من ساعدك في المرة السابقة، غير متاح الآن',
    },
  },
}

const wordsIn = (language: string): Words => languages[/^ar\b/i.test(language) ? 'ar' : 'en']

/** What the buttons of a page in `language` (BCP 47) say; the loader itself knows no language but English. */
export function buttonWords(chat: Availability, language = 'en'): Pick<StatusResponse, 'title' | 'word'> {
  const words = wordsIn(language)
  return { title: words.title, word: words[chat] }
}

/** Whether an agent of the customer's own is there. */
export const agentWords = ({ name, as, available }: ToldAgent, language = 'en'): string =>
  wordsIn(language)[available ? 'available' : 'away'][as].replace('{name}', () => name)
