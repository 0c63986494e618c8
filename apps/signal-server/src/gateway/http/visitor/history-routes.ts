import { PageQuery } from '@beckon/shared/protocol/rest/page'
import { InteractionId } from '@beckon/shared/model/ids'
import { Key } from '@beckon/shared/protocol/contact'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { readTranscript } from '../../../stores/read-entries.ts'
import { readHistoryItem, readStanding } from '../../../stores/read-history.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { asCustomer, historyPage } from '../history-page.ts'
import { notFound } from '../http-problem.ts'
import { customerOf } from '../route-access.ts'
import { HistoryShape, TranscriptShape } from '../shapes.ts'

/** A customer's own past. */
export function visitorHistoryRoutes(scope: FastifyInstance, { db, clock }: HttpGatewayOptions): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/widget/api/history',
    {
      config: { access: 'own-history:read' },
      schema: {
        summary: "The visitor's own past",
        querystring: z.extend(PageQuery, { site: Key }),
        response: { 200: HistoryShape },
      },
    },
    async (request) => {
      const { siteId, customerId } = customerOf(request).principal
      return historyPage(db, { kind: 'customer', siteId, customerId }, request.query, asCustomer)
    },
  )

  typed.get(
    '/widget/api/history/:interactionId',
    {
      config: { access: 'own-history:read' },
      schema: {
        summary: "What was said in one of the visitor's own interactions",
        params: z.object({ interactionId: InteractionId }),
        querystring: z.object({ site: Key }),
        response: { 200: TranscriptShape },
      },
    },
    async (request) => {
      const { siteId, customerId } = customerOf(request).principal
      const { interactionId } = request.params
      const standing = await readStanding(db, siteId, interactionId, null, clock.now())
      const item = standing?.customerId === customerId && (await readHistoryItem(db, siteId, interactionId))
      if (!item) throw notFound()
      return { item: asCustomer(item), entries: await readTranscript(db, interactionId, ['conversation']) }
    },
  )
}
