import type { Role } from '@beckon/shared/model/agent-view'
import type { SiteId } from '@beckon/shared/model/ids'
import type { Skills } from '@beckon/shared/model/routing-settings'
import type pg from 'pg'
import { hashPassword } from '../gateway/auth/password.ts'
import type { Ids } from '../runtime/ids.ts'
import { StartError } from '../runtime/start-error.ts'
import { joinSite } from '../stores/join-site.ts'

export interface Person {
  name: string
  email: string
  roles: Role[]
  skills: Skills
}
export interface SignIn extends Person {
  password: string
  passwordHash: string
  /** False: they had one before, and it stays. */
  made: boolean
}

/** Whoever has the server itself in hand. */
export const operator = { actorKind: 'operator', actorId: null, actorName: 'npm run site' } as const

/** With a first password, which counts only for somebody new. */
export async function prepare(person: Person, ids: Ids): Promise<SignIn> {
  const password = Buffer.from(ids.random(12)).toString('base64url')
  return { ...person, password, passwordHash: await hashPassword(password), made: true }
}

/** They work for the site from now on; running servers learn of it. */
export async function join(
  client: pg.ClientBase,
  site: SiteId,
  signIn: SignIn,
  { ids, now }: { ids: Ids; now: number },
): Promise<void> {
  const joined = await joinSite(client, site, { ...signIn, capacity: {} }, { ids, now, audit: operator })
  if (!joined) throw new StartError(`${signIn.email} works for this site already.`)
  signIn.made = joined.made
}

/** The password is told here, once. */
export const signInText = (publicUrl: string, { email, password, made }: SignIn): string =>
  made
    ? `Sign-in at ${publicUrl}/console; the password is shown only now:\n  ${email}   ${password}`
    : `Sign-in at ${publicUrl}/console:\n  ${email}   with the password they have already`
