import type { IncomingHttpHeaders } from 'node:http'
import type { Principal } from '@beckon/shared/model/principal'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { CustomerRow } from '../../domain/rows.ts'
import type { Clock } from '../../runtime/clock.ts'
import type { Config } from '../../runtime/config.ts'
import { readRights } from '../../stores/read-rights.ts'
import { readStaff } from '../../stores/read-staff.ts'
import { readVisitorToken } from '../../stores/visitor-tokens.ts'
import { createStaffSessions, type StaffSessions } from './staff-session.ts'
import { readVisitorCookie } from './visitor-cookie.ts'
import { type TokenKind, tokenHash, visitorTokenKind } from './visitor-token.ts'

export type StaffPrincipal = Extract<Principal, { kind: 'staff' }>
export type CustomerPrincipal = Extract<Principal, { kind: 'customer' }>

export interface SignedInStaff {
  principal: StaffPrincipal
  sessionId: string
  name: string
  email: string
  site: { key: string; name: string }
}

export interface SignedInCustomer {
  principal: CustomerPrincipal
  customer: CustomerRow
  /** Hex SHA-256 of the token, never the token. */
  tokenHash: string
  tokenKind: TokenKind
  /** Whether the cookie or a spoken token proved it. */
  by: 'cookie' | 'token'
  expiresAt: number
}

export type SignedIn = SignedInStaff | SignedInCustomer

/**
 * `ended`: signed out, disabled, revoked or run out. `changed`: the same person with other rights (roles, or a visitor
 * who has become a known customer): sign on again.
 */
export type Validity = 'valid' | 'changed' | 'ended'

export interface Authentication {
  /** Staff, by their session's cookie. `siteKey`: for whom, when they work for several. */
  staff(headers: IncomingHttpHeaders, siteKey?: string): Promise<SignedInStaff | undefined>
  /** A visitor of one site: by the cookie, or else by `token`. */
  customer(asked: {
    siteKey: string
    cookie?: string | undefined
    token?: string | undefined
  }): Promise<SignedInCustomer | undefined>
  /** Whether those who signed in earlier still may, in their order; one query. */
  stillValid(people: readonly SignedIn[]): Promise<Validity[]>
  sessions: StaffSessions
}

export interface AuthenticationDeps {
  config: Config
  db: pg.Pool
  clock: Clock
  log: Logger
}

export function createAuthentication({ config, db, clock, log }: AuthenticationDeps): Authentication {
  const sessions = createStaffSessions(config, db, log)
  return {
    sessions,
    staff: (headers, siteKey) => findStaff(sessions, db, headers, siteKey),
    customer: async ({ siteKey, cookie, token }) => {
      const now = clock.now()
      const kept = readVisitorCookie(cookie, siteKey)
      const byCookie = kept === undefined ? undefined : await findCustomer(db, siteKey, kept, 'cookie', now)
      if (byCookie || token === undefined) return byCookie
      return findCustomer(db, siteKey, token, 'token', now)
    },
    stillValid: (people) => checkRights(db, people, clock.now()),
  }
}

async function findStaff(
  sessions: StaffSessions,
  db: pg.Pool,
  headers: IncomingHttpHeaders,
  siteKey: string | undefined,
): Promise<SignedInStaff | undefined> {
  const session = await sessions.find(headers)
  const row = session && (await readStaff(db, session.userId, siteKey))
  if (!row) return undefined
  return {
    principal: { kind: 'staff', siteId: row.siteId, agentId: row.agentId, roles: row.roles },
    sessionId: session.sessionId,
    name: row.name,
    email: session.email,
    site: { key: row.siteKey, name: row.siteName },
  }
}

async function findCustomer(
  db: pg.Pool,
  siteKey: string,
  token: string,
  by: 'cookie' | 'token',
  now: number,
): Promise<SignedInCustomer | undefined> {
  const tokenKind = visitorTokenKind(token)
  if (tokenKind === undefined) return undefined
  const hash = tokenHash(token)
  const row = await readVisitorToken(db, siteKey, hash, now)
  // A token that a page can read never leads to an identified customer, however the two came together.
  if (!row || (tokenKind === 'page' && row.customer.externalId !== null)) return undefined
  return {
    principal: { kind: 'customer', siteId: row.siteId, customerId: row.customer.id },
    customer: row.customer,
    tokenHash: hash,
    tokenKind,
    by,
    expiresAt: row.expiresAt,
  }
}

async function checkRights(db: pg.Pool, people: readonly SignedIn[], now: number): Promise<Validity[]> {
  if (people.length === 0) return []
  const staff = people.filter((person) => 'sessionId' in person)
  const customers = people.filter((person) => 'tokenHash' in person)
  const found = await readRights(
    db,
    {
      sessions: staff.map(({ sessionId, principal }) => ({ sessionId, agentId: principal.agentId })),
      tokenHashes: customers.map((person) => person.tokenHash),
    },
    now,
  )
  const verdicts = new Map<SignedIn, Validity>()
  staff.forEach((person, i) =>
    verdicts.set(
      person,
      compare(found.sessions[i], (roles) => sameRoles(roles, person)),
    ),
  )
  customers.forEach((person, i) =>
    verdicts.set(
      person,
      compare(found.tokens[i], (id) => id === person.principal.customerId),
    ),
  )
  return people.map((person) => verdicts.get(person) ?? 'ended')
}

const compare = <T>(found: T | null | undefined, same: (found: T) => boolean): Validity => {
  if (found === null || found === undefined) return 'ended'
  return same(found) ? 'valid' : 'changed'
}

const sameRoles = (roles: readonly string[], person: SignedInStaff): boolean =>
  roles.length === person.principal.roles.length && person.principal.roles.every((role) => roles.includes(role))
