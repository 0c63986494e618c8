import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { proofOf } from '../../auth/socket-auth.ts'
import { authPath } from '../../auth/staff-session.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { httpLimits } from '../http-limits.ts'
import { HttpProblem, type ProblemCode } from '../http-problem.ts'
import { createSignInGuard } from './sign-in-guard.ts'

const Credentials = z.object({
  email: z.string().check(z.maxLength(254)),
  password: z.string().check(z.maxLength(128)),
  /** False: the session ends with the browser. */
  rememberMe: z.optional(z.boolean()),
})

/** Of better-auth's many routes only these two exist here. */
export function signInRoutes(scope: FastifyInstance, options: HttpGatewayOptions): void {
  const { config, auth } = options
  const guard = createSignInGuard(options.limits?.failedSignIn ?? httpLimits.failedSignIn)
  const typed = scope.withTypeProvider<ZodTypeProvider>()

  typed.post(
    `${authPath}/sign-in/email`,
    { config: { access: 'anyone' }, schema: { summary: 'Sign in; sets the session cookie', body: Credentials } },
    async (request, reply) => {
      const { email } = request.body
      await guard.enter(request.ip, email)
      const response = await auth.sessions.handle(toWeb(config.publicUrl, request))
      if (response.ok) await guard.succeeded(request.ip, email)
      return answer(reply, response)
    },
  )

  typed.post(
    `${authPath}/sign-out`,
    { config: { access: 'anyone' }, schema: { summary: 'Sign out; ends the session' } },
    async (request, reply) => {
      const staff = await auth.staff(request.headers)
      const response = await auth.sessions.handle(toWeb(config.publicUrl, request))
      if (staff && response.ok) options.proofChanged?.(proofOf(staff))
      return answer(reply, response)
    },
  )
}

/** Only what better-auth needs is handed on. */
function toWeb(publicUrl: string, request: FastifyRequest): Request {
  const headers = new Headers({ 'content-type': 'application/json' })
  const { cookie, origin } = request.headers
  if (cookie !== undefined) headers.set('cookie', cookie)
  if (origin !== undefined) headers.set('origin', origin)
  const path = request.url.split('?')[0] ?? ''
  return new Request(new URL(path, publicUrl), { method: 'POST', headers, body: JSON.stringify(request.body ?? {}) })
}

const codes: Record<number, ProblemCode> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  429: 'rate-limited',
}

/** Its cookies are handed on, its session token is not: it belongs in the cookie alone. */
function answer(reply: FastifyReply, response: Response): { ok: true } {
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie)
  if (!response.ok) throw new HttpProblem(codes[response.status] ?? 'internal')
  return { ok: true }
}
