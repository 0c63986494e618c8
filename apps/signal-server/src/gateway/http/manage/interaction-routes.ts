import { InteractionId } from '@beckon/shared/model/ids'
import { InteractionQuery, InteractionResource } from '@beckon/shared/protocol/rest/interactions'
import { listOf } from '@beckon/shared/protocol/rest/page'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { readInteraction, readInteractions } from '../../../stores/read-interactions.ts'
import { mayRead } from '../console/standing.ts'
import { SiteQuery } from '../console/site-query.ts'
import { pageOf, readCursor } from '../cursor.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { notFound } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'

const tags = ['Interactions']

export function interactionRoutes(scope: FastifyInstance, { db, clock }: HttpGatewayOptions): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/api/v1/interactions',
    {
      config: { access: 'interactions:search' },
      schema: {
        tags,
        summary: 'Those of the site that hold for every filter, newest first',
        querystring: z.extend(InteractionQuery, SiteQuery.shape),
        response: { 200: listOf(InteractionResource) },
      },
    },
    async (request) => {
      const { cursor, limit, ...filters } = request.query
      const rows = await readInteractions(db, askerOf(request).principal.siteId, filters, readCursor(cursor), limit + 1)
      return pageOf(rows, limit, ({ startedAt, id }) => ({ at: startedAt, id }))
    },
  )

  typed.get(
    '/api/v1/interactions/:id',
    {
      config: { access: 'interaction:read' },
      schema: {
        tags,
        summary: 'One of them',
        params: z.object({ id: InteractionId }),
        querystring: SiteQuery,
        response: { 200: InteractionResource },
      },
    },
    async (request) => {
      const { principal } = askerOf(request)
      const { id } = request.params
      await mayRead(db, principal, 'interaction:read', id, clock.now())
      const interaction = await readInteraction(db, principal.siteId, id)
      if (!interaction) throw notFound()
      return interaction
    },
  )
}
