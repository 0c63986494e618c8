import type { StatusResponse } from '@beckon/shared/protocol/http'

/** Glyph and word, never colour alone. `down`: cannot be reached; `title`: not yet known. */
type Words = Record<StatusResponse['channels']['chat'] | 'down' | 'title', string>

const english: Words = {
  free: '● Chat now',
  queue: '◐ Wait',
  closed: '○ Closed',
  down: '○ Not available',
  title: 'Contact',
}
const arabic: Words = {
  free: '● تحدث الآن',
  queue: '◐ انتظار',
  closed: '○ مغلق',
  down: '○ غير متاح',
  title: 'اتصال',
}

export const wordsFor = (locale: string): Words => (locale.startsWith('ar') ? arabic : english)
