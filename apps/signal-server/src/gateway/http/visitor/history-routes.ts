import { HistoryQuery } from '@beckon/shared/protocol/http'
import { InteractionId } from '@beckon/shared/model/ids'
import { Key } from '@beckon/shared/protocol/contact'
import type { TranscriptResponse } from '@beckon/shared/protocol/http'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { readTranscript } from '../../../stores/read-entries.ts'
import { readHistoryItem, readStanding } from '../../../stores/read-history.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { asCustomer, historyPage } from '../history-page.ts'
import { notFound } from '../http-problem.ts'
import { customerOf } from '../route-access.ts'
import { HistoryShape, TranscriptShape } from '../shapes.ts'
import { sendTranscript, TranscriptFormat } from '../transcript/send-transcript.ts'

/** A customer's own past. */
export function visitorHistoryRoutes(scope: FastifyInstance, { db, clock }: HttpGatewayOptions): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const ownTranscript = async (request: FastifyRequest, id: InteractionId): Promise<TranscriptResponse> => {
    const { siteId, customerId } = customerOf(request).principal
    const standing = await readStanding(db, siteId, id, null, clock.now())
    const item = standing?.customerId === customerId && (await readHistoryItem(db, siteId, id))
    if (!item) throw notFound()
    return { item: asCustomer(item), entries: await readTranscript(db, id, ['conversation']) }
  }

  typed.get(
    '/widget/api/history',
    {
      config: { access: 'own-history:read' },
      schema: {
        summary: "The visitor's own past",
        querystring: z.extend(HistoryQuery, { site: Key }),
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
    (request) => ownTranscript(request, request.params.interactionId),
  )

  typed.get(
    '/widget/api/history/:interactionId/transcript',
    {
      config: { access: 'own-transcript:save' },
      schema: {
        summary: "What was said in one of the visitor's own interactions, to be kept: text or a page to print",
        params: z.object({ interactionId: InteractionId }),
        querystring: z.extend(TranscriptFormat, { site: Key }),
      },
    },
    async (request, reply) => {
      const { siteId } = customerOf(request).principal
      const own = await ownTranscript(request, request.params.interactionId)
      return sendTranscript(reply, db, { ...request.query, ...own, siteId })
    },
  )
}
