import { can } from '@beckon/shared/rules/permissions'
import type { FastifyInstance } from 'fastify'
import type { HttpGatewayOptions } from './deps.ts'
import { fromThisMachine } from './from-this-machine.ts'
import { notFound } from './http-problem.ts'
import { openToAnyone } from './route-access.ts'

/** For whoever is on this machine, and administrators; absent for others. */
export function metricsRoute(scope: FastifyInstance, { metrics, auth, config }: HttpGatewayOptions): void {
  openToAnyone(scope)
  scope.get('/metrics', { schema: { hide: true }, config: { rateLimit: false } }, async (request, reply) => {
    if (!fromThisMachine(request, config.trustProxy)) {
      const staff = await auth.staff(request.headers)
      if (!staff || !can(staff.principal, 'metrics:read', 'site')) throw notFound()
    }
    return reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics())
  })
}
