import { SignJWT } from 'jose'
import type pg from 'pg'
import { readSiteSettings } from '../stores/read-site-settings.ts'
import type { DemoCustomer } from './demo-people.ts'

const VALID_SECONDS = 900

/** What Blue Sky's own server would do for a customer who has signed in there. `now`: epoch milliseconds. */
export async function signDemoIdentity(db: pg.Pool, customer: DemoCustomer, now: number): Promise<string> {
  const site = await readSiteSettings(db, 'bluesky')
  if (!site) throw new Error('the demo site is missing')
  const { externalId, name, segment, context } = customer
  const seconds = Math.floor(now / 1_000)
  return new SignJWT({ name, segment, context })
    .setProtectedHeader({ alg: 'HS256', typ: 'beckon-identity' })
    .setAudience(site.key)
    .setSubject(externalId)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + VALID_SECONDS)
    .sign(new TextEncoder().encode(site.identitySecret))
}
