import type { ContactChannel } from '@beckon/shared/model/channel'
import type { ContextBag } from '@beckon/shared/model/context'
import type { InteractionId } from '@beckon/shared/model/ids'
import type { Instead } from '@beckon/shared/protocol/reply'
import { createStore } from '../../components/create-store.ts'
import { readySession, whenReady } from '../../realtime/session-store.ts'

interface ContactStore {
  /** What the customer chose here; undefined: the page's own subject stands. */
  subject: string | undefined
  /** A request or a goodbye is on its way. */
  busy: boolean
  /** Code of the last refusal. */
  error: string | undefined
  /** What is possible in place of a contact that was not admitted. */
  instead?: Instead | undefined
}
export const useContact = createStore<ContactStore>(() => ({ subject: undefined, busy: false, error: undefined }))

export const forgetError = (): void => useContact.setState({ error: undefined, instead: undefined })

export interface ContactWish {
  channel: ContactChannel
  subject: string | undefined
  bag: ContextBag
  /** The chat that becomes a call. */
  parentId?: InteractionId
}

/** A subject the wire would refuse is left out: the site's default stands then. */
const isKey = (text: string | undefined): text is string => text !== undefined && /^[a-z0-9][a-z0-9-]{0,63}$/.test(text)

/** Asks to be served; true when the line is taken (or one was open already). */
export async function requestContact({ channel, subject, bag, parentId }: ContactWish): Promise<boolean> {
  if (useContact.getState().busy) return false
  useContact.setState({ busy: true })
  const { connection } = await whenReady()
  const reply = await connection.send('contact:request', {
    channel,
    bag,
    ...(isKey(subject) ? { subject } : {}),
    ...(parentId === undefined ? {} : { parentId }),
  })
  const error = reply.ok ? undefined : reply.error.code
  useContact.setState({ busy: false, error, instead: reply.ok ? undefined : reply.error.instead })
  return error === undefined || error === 'already-open'
}

/** Leaves the line, or ends the exchange. */
export async function endContact(interactionId: InteractionId): Promise<void> {
  forgetError()
  useContact.setState({ busy: true })
  const reply = await readySession().connection.send('contact:end', { interactionId })
  const gone = reply.ok || reply.error.code === 'not-found' || reply.error.code === 'closed'
  useContact.setState({ busy: false, error: gone ? undefined : reply.error.code })
}
