import type { MeResponse } from '@beckon/shared/protocol/http'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { readPushableOrigins } from '../../../stores/read-pages.ts'
import { readSiteChoices } from '../../../stores/read-site-choices.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { staffOf } from '../route-access.ts'
import { MeShape } from '../shapes.ts'
import { SiteQuery } from './site-query.ts'

export function meRoute(scope: FastifyInstance, { db }: HttpGatewayOptions): void {
  scope.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/me',
    {
      config: { access: 'me:read' },
      schema: {
        summary: 'Who is signed in, and what their site offers',
        querystring: SiteQuery,
        response: { 200: MeShape },
      },
    },
    async (request): Promise<MeResponse> => {
      const { principal, name, email, site } = staffOf(request)
      return {
        agent: { id: principal.agentId, name, email, roles: [...principal.roles] },
        site: { id: principal.siteId, ...site },
        ...(await readSiteChoices(db, principal.siteId)),
        pageOrigins: await readPushableOrigins(db, principal.siteId),
      }
    },
  )
}
