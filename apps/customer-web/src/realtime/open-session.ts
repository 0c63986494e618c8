import { connect } from '@beckon/shared/client/connection'
import type { CustomerView } from '@beckon/shared/model/customer-view'
import type { IdentifyResponse, SiteFace } from '@beckon/shared/protocol/http'
import { addFailed } from './failed-texts.ts'
import { hostOutbox } from './host-outbox.ts'
import { keepInHost, useHost } from './host-store.ts'
import { listenToServer } from './listen-to-server.ts'
import { RequestError, requestJson } from './request-json.ts'
import { type Hello, sayHello } from './say-hello.ts'
import { siteOfPage, useSession } from './session-store.ts'

/** The signed identity that was handed in last; the host may repeat itself. */
let identity: string | undefined
let stop: (() => void) | undefined

/** A refused token leaves the visitor a visitor; the page's developer reads why. */
async function identify(site: string, token: string | null): Promise<Hello['customer'] | undefined> {
  const body = { site, identity, ...(token === null ? {} : { token }) }
  try {
    return (await requestJson<IdentifyResponse>('/widget/api/identify', { body, token })).customer
  } catch (error) {
    console.error('Beckon: the identity was refused:', error instanceof RequestError ? error.code : error)
    return undefined
  }
}

function start(site: SiteFace, token: string | null, customer: Hello['customer']): void {
  stop?.()
  const connection = connect<CustomerView>({
    origin: location.origin,
    endpoint: 'customer',
    site: site.key,
    outbox: hostOutbox,
    refused: addFailed,
    ...(token === null ? {} : { token }),
  })
  const unlisten = listenToServer(connection)
  stop = () => {
    unlisten()
    connection.close()
  }
  useSession.setState({ session: { phase: 'ready', site, customer, token, connection } })
}

/**
 * Says who we are and opens the line; a failure is shown with a way to try again. `handover`: a one-time code that
 * makes this window the visitor of another.
 */
export async function openSession(site: string, handover?: string): Promise<void> {
  const { state } = useHost.getState()
  try {
    if (siteOfPage === undefined) throw new RequestError('not-found')
    const hello = await sayHello(site, state.kept.token, handover)
    keepInHost('token', hello.token)
    identity = state.identity
    const known = identity ? await identify(site, hello.token) : undefined
    start(siteOfPage, hello.token, known ?? hello.customer)
  } catch (error) {
    const code = error instanceof RequestError ? error.code : 'unavailable'
    const retry = () => {
      useSession.setState({ session: { phase: 'starting' } })
      void openSession(site)
    }
    useSession.setState({ session: { phase: 'failed', code, retry } })
  }
}

/** Ends the visitor: the next one starts with no past and nothing unsent. */
async function logout(site: string, token: string | null): Promise<void> {
  for (const key of ['token', 'outbox', 'draft', 'call', 'files'] as const) keepInHost(key, null)
  const { state } = useHost.getState()
  useHost.setState({ state: { ...state, kept: {} } })
  try {
    await requestJson('/widget/api/logout', { body: { site, ...(token === null ? {} : { token }) }, token })
  } catch (error) {
    console.error('Beckon: logout failed:', error instanceof RequestError ? error.code : error)
  }
}

/** The host page may say who its customer is at any time: then the line is opened anew, with their rights. */
export async function hostChanged(): Promise<void> {
  const { state } = useHost.getState()
  const { session } = useSession.getState()
  if (session.phase !== 'ready' || state.identity === undefined || state.identity === identity) return
  identity = state.identity
  if (identity === '') await logout(state.site, session.token)
  await openSession(state.site)
}
