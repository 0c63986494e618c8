import type { CustomerInteraction } from '@beckon/shared/model/customer-view'

/** Where the customer went by hand; `auto`: wherever their contact stands. */
export type Place = 'auto' | 'home' | 'history'

export type Screen =
  | { name: 'home' }
  | { name: 'history' }
  /** In line for a voice, nothing to write yet. */
  | { name: 'waiting'; voice: CustomerInteraction }
  /** The one thread; `chat` or `voice` is there, and both when a chat became a call. */
  | { name: 'conversation'; chat: CustomerInteraction | undefined; voice: CustomerInteraction | undefined }
  /** All is over; the thread stays to be read. */
  | { name: 'closed' }

export function chooseScreen(place: Place, interactions: readonly CustomerInteraction[], over: boolean): Screen {
  if (place !== 'auto') return { name: place }
  const chat = interactions.find(({ channel }) => channel === 'chat')
  const voice = interactions.find(({ channel }) => channel === 'voice')
  if (chat === undefined && voice?.status === 'waiting') return { name: 'waiting', voice }
  if (chat !== undefined || voice !== undefined) return { name: 'conversation', chat, voice }
  return over ? { name: 'closed' } : { name: 'home' }
}
