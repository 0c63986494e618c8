import { createHash } from 'node:crypto'
import type { Ids } from '../../runtime/ids.ts'

/** How long a visitor is known after their last visit, and how long a code for another window waits. */
export const VISITOR_MS = 30 * 86_400_000
export const HANDOVER_MS = 60_000

/**
 * `cookie`: lives in an HttpOnly cookie, out of reach of any page. `page`: kept by the loader in the host page's
 * storage, where the host's scripts can read it, so it never leads to an identified customer. The kind is part of the
 * token, and so of its hash: nobody can turn one into the other.
 */
export type TokenKind = 'cookie' | 'page'
/** A code that one window hands to another, once; it leads to a token of its own kind. */
type Form = TokenKind | 'cookie-handover' | 'page-handover'

const prefixes: Record<Form, string> = { cookie: '', page: 'p.', 'cookie-handover': 'h.', 'page-handover': 'hp.' }
/** 32 random bytes in base64url. */
const secret = '[A-Za-z0-9_-]{43}'

function make(ids: Ids, form: Form): string {
  return prefixes[form] + Buffer.from(ids.random(32)).toString('base64url')
}
const is = (text: string, form: Form): boolean =>
  new RegExp(`^${prefixes[form].replace('.', '\\.')}${secret}$`).test(text)

export const makeVisitorToken = (ids: Ids, kind: TokenKind): string => make(ids, kind)
export const makeHandover = (ids: Ids, kind: TokenKind): string => make(ids, `${kind}-handover`)

/** Undefined for anything that is no visitor token, a handover code included. */
export function visitorTokenKind(text: string): TokenKind | undefined {
  if (is(text, 'cookie')) return 'cookie'
  return is(text, 'page') ? 'page' : undefined
}

/** The kind of token a handover code leads to. */
export function handoverKind(text: string): TokenKind | undefined {
  if (is(text, 'cookie-handover')) return 'cookie'
  return is(text, 'page-handover') ? 'page' : undefined
}

/** What is stored: SHA-256, as hex. 256 random bits need no salt. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
