import { AuditItem } from '@beckon/shared/protocol/rest/audit'
import { listOf, PageQuery } from '@beckon/shared/protocol/rest/page'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { readAudit } from '../../../stores/read-audit.ts'
import { SiteQuery } from '../console/site-query.ts'
import { pageOf, readCursor } from '../cursor.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { askerOf } from '../route-access.ts'

export function auditRoute(scope: FastifyInstance, { db }: HttpGatewayOptions): void {
  scope.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/audit',
    {
      config: { access: 'audit:read' },
      schema: {
        tags: ['Audit'],
        summary: 'Who changed what, when; newest first',
        querystring: z.extend(PageQuery, SiteQuery.shape),
        response: { 200: listOf(AuditItem) },
      },
    },
    async (request) => {
      const { cursor, limit } = request.query
      const rows = await readAudit(db, askerOf(request).principal.siteId, readCursor(cursor)?.at ?? null, limit + 1)
      return pageOf(rows, limit, ({ ord, id }) => ({ at: ord, id }))
    },
  )
}
