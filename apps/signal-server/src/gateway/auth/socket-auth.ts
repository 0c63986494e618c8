import type { Handshake } from '@beckon/shared/protocol/events'
import type { SignOn, SocketAuth } from '../sockets/sign-on.ts'
import type { Authentication, SignedIn } from './authenticate.ts'

/** Names a session or a token without being one: sockets whose proof it is are cut when it changes. */
export const proofOf = (person: SignedIn): string =>
  'sessionId' in person ? `session ${person.sessionId}` : `token ${person.tokenHash}`

/** The same people by the same rules as over HTTP, for sockets. */
export function createSocketAuth(auth: Authentication): SocketAuth {
  const people = new WeakMap<SignOn, SignedIn>()
  const remember = (person: SignedIn, signOn: SignOn): SignOn => {
    people.set(signOn, person)
    return signOn
  }
  return {
    signOn: async (endpoint, handshake, headers) => {
      if (endpoint === 'console') {
        const staff = await auth.staff(headers, handshake.site)
        if (!staff) return 'unauthenticated'
        return remember(staff, { principal: staff.principal, customer: null, name: staff.name, proof: proofOf(staff) })
      }
      const customer = await findCustomer(auth, handshake, headers.cookie)
      if (!customer) return 'unauthenticated'
      const { principal, customer: row } = customer
      return remember(customer, { principal, customer: row, name: row.name, proof: proofOf(customer) })
    },
    check: async (signOns) => {
      const known = signOns.map((signOn) => people.get(signOn)).filter((person) => person !== undefined)
      const verdicts = await auth.stillValid(known)
      let next = 0
      return signOns.map((signOn) => (people.has(signOn) ? (verdicts[next++] ?? 'ended') : 'ended'))
    },
  }
}

function findCustomer(auth: Authentication, { site, token }: Handshake, cookie: string | undefined) {
  return site === undefined ? undefined : auth.customer({ siteKey: site, cookie, token })
}
