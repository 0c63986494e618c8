import { VISITOR_MS } from './visitor-token.ts'

/** One cookie a site, so that one browser can be a visitor of several. A site's key is lower case, digits and dashes. */
const cookieName = (siteKey: string): string => `__Host-beckon-${siteKey}`

/** Browsers take localhost and 127.0.0.1 for secure, so these flags hold there without TLS, too. */
const flags = 'Path=/; Secure; HttpOnly; SameSite=None; Partitioned'

export const visitorCookie = (siteKey: string, token: string): string =>
  `${cookieName(siteKey)}=${token}; Max-Age=${VISITOR_MS / 1_000}; ${flags}`

export const expiredVisitorCookie = (siteKey: string): string => `${cookieName(siteKey)}=; Max-Age=0; ${flags}`

/** The visitor token of this site in a `Cookie` header. */
export function readVisitorCookie(header: string | undefined, siteKey: string): string | undefined {
  const start = `${cookieName(siteKey)}=`
  const found = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(start))
  return found?.slice(start.length)
}
