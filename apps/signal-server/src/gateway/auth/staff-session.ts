import type { IncomingHttpHeaders } from 'node:http'
import type pg from 'pg'
import type { Logger } from 'pino'
import type { Config } from '../../runtime/config.ts'
import { hashPassword, verifyPassword } from './password.ts'

export const authPath = '/api/v1/auth'
export const PASSWORD_LENGTH = 12

export interface StaffSession {
  sessionId: string
  userId: string
  email: string
}

/** Passwords and sessions of staff: all that better-auth is here for. */
export interface StaffSessions {
  /** One of better-auth's own routes. */
  handle(request: Request): Promise<Response>
  find(headers: IncomingHttpHeaders): Promise<StaffSession | undefined>
  /** Loads the library ahead of the first sign-in. */
  warmUp(): Promise<void>
}

/** The library takes a quarter of a second to load; a server is up before that. */
export function createStaffSessions(config: Config, db: pg.Pool, log: Logger): StaffSessions {
  let loading: ReturnType<typeof load> | undefined
  const auth = () => {
    loading ??= load(config, db, log)
    return loading
  }
  return {
    warmUp: async () => {
      await auth()
    },
    handle: async (request) => (await auth()).handler(request),
    find: async ({ cookie }) => {
      if (cookie === undefined || !cookie.includes('beckon.session_token')) return undefined
      const { api } = await auth()
      // Renewing is left to the browser's own requests: a cookie cannot be set from here.
      const found = await api.getSession({ headers: new Headers({ cookie }), query: { disableRefresh: true } })
      return found ? { sessionId: found.session.id, userId: found.user.id, email: found.user.email } : undefined
    },
  }
}

async function load(config: Config, db: pg.Pool, log: Logger) {
  const { betterAuth } = await import('better-auth')
  return betterAuth({
    appName: 'Beckon',
    baseURL: config.publicUrl,
    basePath: authPath,
    secret: config.secretKey,
    trustedOrigins: [config.publicUrl],
    database: db,
    user: { modelName: 'auth_users' },
    session: { modelName: 'auth_sessions' },
    account: { modelName: 'auth_accounts' },
    verification: { modelName: 'auth_verifications' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    // Ours counts failures only and knows the proxy: see `sign-in-guard.ts`.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Its arguments may hold what people typed.
    logger: {
      level: 'warn',
      log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ message }, 'sign-in'),
    },
    advanced: {
      cookiePrefix: 'beckon',
      useSecureCookies: config.publicUrl.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
  })
}
