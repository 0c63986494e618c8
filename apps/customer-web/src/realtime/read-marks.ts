import { createReadMarker } from '@beckon/shared/client/read-marker'
import { useHost } from './host-store.ts'
import { useLive } from './live-store.ts'
import { readySession } from './session-store.ts'

/** What has been before the customer's eyes; a refusal says that the conversation is over: nobody is left to tell. */
export const readMarks = createReadMarker(
  'customer',
  (streamId, upTo) => void readySession().connection.send('stream:mark-read', { streamId, upTo }),
)

/** The end of the thread is on the screen: if anybody can see it, all of it is read. */
export function lookAtThread(): void {
  if (!useHost.getState().state.open || document.visibilityState === 'hidden') return
  for (const [streamId, entries] of useLive.getState().entries) readMarks.look(streamId, entries)
}
