import type { ContactChannel } from '@beckon/shared/model/channel'
import type { InteractionId } from '@beckon/shared/model/ids'
import { useCall, wantCall } from '../features/call/call-store.ts'
import { forgetError, requestContact, useContact } from '../features/contact/contact-store.ts'
import { currentBag } from '../features/context-preview/preview-store.ts'
import { forgetEnded } from '../realtime/live-store.ts'
import { useHost } from '../realtime/host-store.ts'
import { whenReady } from '../realtime/session-store.ts'
import { loadLater } from './load-later.ts'
import { contextSent } from './keep-context.ts'
import { goTo } from './place-store.ts'

/** What the customer chose here (empty: something else), else what the page says. */
const currentSubject = (): string | undefined => useContact.getState().subject ?? useHost.getState().state.subject

export const currentWish = (parentId?: InteractionId) => ({ subject: currentSubject(), bag: currentBag(), parentId })

/** Asked for again by whatever needs it, and that says so if it fails. */
export const fetchCallCode = (): void => {
  loadLater()
    .then(() => useCall.getState().load())
    .catch(() => undefined)
}

async function mayUseMicrophone(): Promise<boolean> {
  useCall.setState({ asking: true })
  try {
    const [{ prepareCall }] = await Promise.all([loadLater(), whenReady()])
    return await prepareCall()
  } catch {
    useContact.setState({ error: 'offline' })
    return false
  } finally {
    useCall.setState({ asking: false })
  }
}

/** What went wrong before is no news any more. */
export function forgetTrouble(): void {
  forgetError()
  useCall.setState({ refusal: undefined })
}

/** From the click on a way to talk: the microphone first where one is needed, then a place in line. */
export async function startContact(channel: ContactChannel, parentId?: InteractionId): Promise<void> {
  forgetTrouble()
  if (channel === 'voice' && !(await mayUseMicrophone())) return
  if (parentId === undefined) forgetEnded()
  const { subject, bag } = currentWish()
  const wish = { channel, subject, bag, ...(parentId === undefined ? {} : { parentId }) }
  if (channel === 'voice') wantCall(true)
  if (await requestContact(wish)) {
    contextSent()
    goTo('auto')
  } else if (channel === 'voice') {
    useCall.getState().session?.letGo()
    wantCall(false)
  }
}
