import type { FastifyInstance } from 'fastify'
import type { HttpGatewayOptions } from '../deps.ts'
import { fileRoutes } from '../files/file-routes.ts'
import { HttpProblem } from '../http-problem.ts'
import { type HttpLimits, httpLimits } from '../http-limits.ts'
import { accessOf, customerOf, mayAtAll } from '../route-access.ts'
import type { SiteDirectory } from '../site-directory.ts'
import { credentials } from './credentials.ts'
import { visitorHistoryRoutes } from './history-routes.ts'
import { helloRoute } from './hello-route.ts'
import { identifyRoute } from './identify-route.ts'
import { sessionRoutes } from './session-routes.ts'
import { statusRoute } from './status-route.ts'
import { surveyRoute } from './survey-route.ts'

/** What the widget's own pages ask; only `/widget/status` answers host pages. */
export async function visitorApi(
  scope: FastifyInstance,
  options: HttpGatewayOptions,
  sites: SiteDirectory,
): Promise<void> {
  const limits: HttpLimits = { ...httpLimits, ...options.limits }
  const perMinute = { rateLimit: { max: limits.visitor, timeWindow: 60_000 } }
  scope.addHook('onRequest', async (request) => {
    if (request.method === 'POST' && request.headers.origin !== options.config.widgetUrl) {
      throw new HttpProblem('forbidden', 'only our own pages may ask this')
    }
  })
  scope.addHook('preHandler', async (request) => {
    const access = accessOf(request)
    if (access === 'anyone') return
    const asked = credentials(request)
    const customer = asked && (await options.auth.customer({ ...asked, cookie: request.headers.cookie }))
    mayAtAll(customer, access)
    request.customer = customer ?? null
  })
  statusRoute(scope, options, sites)
  helloRoute(scope, options, sites, perMinute)
  identifyRoute(scope, options, sites, perMinute)
  sessionRoutes(scope, options, perMinute)
  visitorHistoryRoutes(scope, options)
  await fileRoutes(scope, options, {
    path: '/widget/api/files',
    senderOf: (request) => customerOf(request).principal,
    readerOf: (request) => customerOf(request).principal,
  })
  surveyRoute(scope, options, perMinute)
}
