import type { FastifyInstance } from 'fastify'
import type { HttpGatewayOptions } from '../deps.ts'
import { fileRoutes } from '../files/file-routes.ts'
import { HttpProblem } from '../http-problem.ts'
import { accessOf, mayAtAll, staffOf } from '../route-access.ts'
import { consoleHistoryRoutes } from './history-routes.ts'
import { meRoute } from './me-route.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** What the console asks. */
export async function consoleApi(scope: FastifyInstance, options: HttpGatewayOptions): Promise<void> {
  scope.addHook('onRequest', async (request) => {
    if (request.method === 'POST' && request.headers.origin !== options.config.publicUrl) {
      throw new HttpProblem('forbidden', 'only our own pages may ask this')
    }
  })
  scope.addHook('preHandler', async (request) => {
    const access = accessOf(request)
    if (access === 'anyone') return
    const staff = await options.auth.staff(request.headers, (request.query as { site?: string }).site)
    mayAtAll(staff, access)
    request.staff = staff ?? null
  })
  signInRoutes(scope, options)
  meRoute(scope, options)
  consoleHistoryRoutes(scope, options)
  await fileRoutes(scope, options, { path: '/api/v1/files', askerOf: (request) => staffOf(request).principal })
}
