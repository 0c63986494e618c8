import { isIP } from 'node:net'
import { can } from '@beckon/shared/rules/permissions'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { HttpGatewayOptions } from './deps.ts'
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

/** Behind a proxy that nobody told us of, every peer is this machine: then it counts for nothing. */
function fromThisMachine(request: FastifyRequest, trustProxy: boolean): boolean {
  const { headers } = request
  const proxied = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined
  return (trustProxy || !proxied) && isLoopback(request.ip)
}

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && (address === '::1' || /^(::ffff:)?127\./.test(address))
