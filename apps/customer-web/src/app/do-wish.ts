import { setDraft } from '../features/chat/draft-store.ts'
import { useContact } from '../features/contact/contact-store.ts'
import type { HostState } from '../loader/messages.ts'
import { useLive } from '../realtime/live-store.ts'
import { useWish } from './wish-store.ts'
import { goTo } from './place-store.ts'
import { startContact } from './start-contact.ts'

/** What the page asked for: nothing is sent of a text, and no microphone is opened, before the customer's own click. */
export function doWish({ do: what, text }: NonNullable<HostState['wish']>): void {
  if (text !== '') setDraft(text)
  if (what === 'prefill') return
  // The page's subject is meant, not one chosen here before.
  useContact.setState({ subject: undefined })
  if (useLive.getState().view?.interactions.some(({ channel }) => channel === what)) goTo('auto')
  else if (what === 'voice') useWish.setState({ call: true })
  else void startContact('chat')
}
