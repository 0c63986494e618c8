import { HandoverRequest, LogoutRequest } from '@beckon/shared/protocol/http'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { addVisitorToken, revokeVisitorToken } from '../../../stores/visitor-tokens.ts'
import { proofOf } from '../../auth/socket-auth.ts'
import { expiredVisitorCookie } from '../../auth/visitor-cookie.ts'
import { HANDOVER_MS, makeHandover, tokenHash } from '../../auth/visitor-token.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { customerOf } from '../route-access.ts'
import { HandoverShape } from '../shapes.ts'

/** The visitor goes on in another window, or is forgotten by this browser. */
export function sessionRoutes(scope: FastifyInstance, options: HttpGatewayOptions, perMinute: object): void {
  const { db, ids, clock } = options
  const typed = scope.withTypeProvider<ZodTypeProvider>()

  typed.post(
    '/widget/api/handover',
    {
      config: { access: 'visitor:hand-over', ...perMinute },
      schema: {
        summary: 'A one-time code for another window of the same visitor',
        body: HandoverRequest,
        response: { 200: HandoverShape },
      },
    },
    async (request) => {
      const { principal, tokenKind } = customerOf(request)
      const code = makeHandover(ids, tokenKind)
      const now = clock.now()
      await addVisitorToken(db, { hash: tokenHash(code), ...principal, now, expiresAt: now + HANDOVER_MS })
      return { code }
    },
  )

  typed.post(
    '/widget/api/logout',
    {
      config: { access: 'visitor:log-out' },
      schema: { summary: 'Forgets the visitor in this browser', body: LogoutRequest, response: { 204: z.void() } },
    },
    async (request, reply) => {
      const visitor = customerOf(request)
      await revokeVisitorToken(db, visitor.tokenHash, clock.now())
      options.proofChanged?.(proofOf(visitor))
      reply.code(204).header('set-cookie', expiredVisitorCookie(request.body.site))
    },
  )
}
