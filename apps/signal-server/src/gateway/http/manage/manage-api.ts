import type { FastifyInstance } from 'fastify'
import type { HttpGatewayOptions } from '../deps.ts'
import { apiKeyRoutes } from './api-key-routes.ts'
import { auditRoute } from './audit-route.ts'
import { choiceRoutes } from './choice-routes.ts'
import { interactionRoutes } from './interaction-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { presenceRoutes } from './presence-routes.ts'
import { routingRoutes } from './routing-routes.ts'
import { siteRoutes } from './site-routes.ts'
import { taskRoutes } from './task-routes.ts'

/** What administrators set, and what other systems read. */
export function manageApi(scope: FastifyInstance, options: HttpGatewayOptions): void {
  siteRoutes(scope, options)
  peopleRoutes(scope, options)
  presenceRoutes(scope, options)
  routingRoutes(scope, options)
  choiceRoutes(scope, options)
  interactionRoutes(scope, options)
  taskRoutes(scope, options)
  apiKeyRoutes(scope, options)
  auditRoute(scope, options)
}
