import type { Connection } from '@beckon/shared/client/connection'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { HelloResponse, SiteFace } from '@beckon/shared/protocol/http'
import { createStore } from '../components/create-store.ts'

export type CustomerConnection = Connection<CustomerView>

interface Session {
  site: SiteFace
  customer: HelloResponse['customer']
  token: string | null
  connection: CustomerConnection
}
export type SessionState =
  | { phase: 'starting' }
  | { phase: 'failed'; code: string; retry: () => void }
  | ({ phase: 'ready' } & Session)

/** Who this page is to the server. */
export const useSession = createStore<{ session: SessionState }>(() => ({ session: { phase: 'starting' } }))

function readPage(): SiteFace | undefined {
  const text = document.querySelector('#site')?.textContent
  return text ? ((JSON.parse(text) as SiteFace | null) ?? undefined) : undefined
}
/** What came with the page itself, so that the first screen waits for no answer. */
export const siteOfPage = readPage()

/** The site, also before the session is ready; undefined while nothing is known. */
export const useSite = (): SiteFace | undefined =>
  useSession(({ session }) => (session.phase === 'ready' ? session.site : siteOfPage))

/** Settles once there is a session: what the customer chose before it is done then. */
export function whenReady(): Promise<Session> {
  return new Promise((resolve) => {
    const look = () => {
      const { session } = useSession.getState()
      if (session.phase !== 'ready') return
      stop()
      resolve(session)
    }
    const stop = useSession.subscribe(look)
    look()
  })
}

/** Inside screens that are shown only to a ready session. */
export function readySession(): Session {
  const { session } = useSession.getState()
  if (session.phase !== 'ready') throw new Error('the session is not ready')
  return session
}
