import type { Connection } from '@beckon/shared/client/connection'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { HelloResponse } from '@beckon/shared/protocol/http'
import { createStore } from '../components/create-store.ts'

export type CustomerConnection = Connection<CustomerView>

interface Session {
  site: HelloResponse['site']
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

/** Inside screens that are shown only to a ready session. */
export function readySession(): Session {
  const { session } = useSession.getState()
  if (session.phase !== 'ready') throw new Error('the session is not ready')
  return session
}
