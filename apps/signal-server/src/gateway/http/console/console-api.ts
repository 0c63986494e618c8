import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readApiKey } from '../../auth/api-key.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { fileRoutes } from '../files/file-routes.ts'
import { httpLimits } from '../http-limits.ts'
import { HttpProblem } from '../http-problem.ts'
import { manageApi } from '../manage/manage-api.ts'
import { type Asker, accessOf, askerOf, mayAtAll, staffOf } from '../route-access.ts'
import { consoleHistoryRoutes } from './history-routes.ts'
import { createKeyGuard } from './key-guard.ts'
import { meRoute } from './me-route.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** What the console asks, and programs with a key. */
export async function consoleApi(scope: FastifyInstance, options: HttpGatewayOptions): Promise<void> {
  const { auth, clock, config, db, limits } = options
  const guard = createKeyGuard({ ...httpLimits, ...limits })
  scope.addHook('onRequest', async (request) => {
    // A browser adds cookies by itself, and never this header: a request with it is no page's of another site.
    const byCookie = request.headers.authorization === undefined
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (byCookie && !reads && request.headers.origin !== config.publicUrl) {
      throw new HttpProblem('forbidden', 'only our own pages may ask this by cookie')
    }
  })
  const find = (request: FastifyRequest): Promise<Asker | undefined> => {
    const { authorization } = request.headers
    if (authorization === undefined) return auth.staff(request.headers, (request.query as { site?: string }).site)
    const key = /^Bearer (\S{1,100})$/i.exec(authorization)?.[1] ?? ''
    return guard.admit(request.ip, () => readApiKey(db, key, clock.now()))
  }
  scope.addHook('preHandler', async (request) => {
    const access = accessOf(request)
    if (access === 'anyone') return
    const asker = await find(request)
    mayAtAll(asker, access)
    request.asker = asker ?? null
  })
  signInRoutes(scope, options)
  meRoute(scope, options)
  consoleHistoryRoutes(scope, options)
  manageApi(scope, options)
  await fileRoutes(scope, options, {
    path: '/api/v1/files',
    senderOf: (request) => staffOf(request).principal,
    readerOf: (request) => askerOf(request).principal,
  })
}
