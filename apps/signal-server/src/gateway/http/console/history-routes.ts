import { HistoryQuery } from '@beckon/shared/protocol/http'
import { CustomerId, InteractionId } from '@beckon/shared/model/ids'
import type { TranscriptResponse } from '@beckon/shared/protocol/http'
import type { Action } from '@beckon/shared/rules/permissions'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { readTranscript, readTranscripts } from '../../../stores/read-entries.ts'
import { readHistoryItem } from '../../../stores/read-history.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { asStaff, historyPage } from '../history-page.ts'
import { notFound } from '../http-problem.ts'
import { askerOf, staffOf } from '../route-access.ts'
import { EarlierShape, HistoryShape, TranscriptShape } from '../shapes.ts'
import { sendTranscript, TranscriptFormat } from '../transcript/send-transcript.ts'
import { SiteQuery } from './site-query.ts'
import { mayRead, mayReadPast, type Reader } from './standing.ts'

const tags = ['History']

/** What was: an agent's own work, and the past of those they serve. */
export function consoleHistoryRoutes(scope: FastifyInstance, { db, clock }: HttpGatewayOptions): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const params = z.object({ id: InteractionId })
  const transcriptFor = async (who: Reader, id: InteractionId, action: Action): Promise<TranscriptResponse> => {
    await mayRead(db, who, action, id, clock.now())
    const item = await readHistoryItem(db, who.siteId, id)
    if (!item) throw notFound()
    return { item, entries: await readTranscript(db, id, ['conversation', 'desk']) }
  }

  typed.get(
    '/api/v1/history',
    {
      config: { access: 'my-work:read' },
      schema: {
        tags,
        summary: 'What I served, newest first',
        querystring: z.extend(HistoryQuery, { ...SiteQuery.shape, customer: z.optional(CustomerId) }),
        response: { 200: HistoryShape },
      },
    },
    async (request) => {
      const { siteId, agentId } = staffOf(request).principal
      const customerId = request.query.customer ?? null
      return historyPage(db, { kind: 'agent', siteId, agentId, customerId }, request.query, asStaff)
    },
  )

  typed.get(
    '/api/v1/interactions/:id/history',
    {
      config: { access: 'history:read' },
      schema: {
        tags,
        summary: "The past of an interaction's customer",
        params,
        querystring: z.extend(HistoryQuery, SiteQuery.shape),
        response: { 200: HistoryShape },
      },
    },
    async (request) => {
      const who = askerOf(request).principal
      const standing = await mayReadPast(db, who, 'history:read', request.params.id, clock.now())
      return historyPage(
        db,
        { kind: 'customer', siteId: who.siteId, customerId: standing.customerId, withDesk: true },
        request.query,
        asStaff,
      )
    },
  )

  typed.get(
    '/api/v1/interactions/:id/earlier',
    {
      config: { access: 'transcript:read' },
      schema: {
        tags,
        summary: "What was said and noted in the ended interactions of an interaction's customer, newest first",
        params,
        querystring: z.extend(HistoryQuery, SiteQuery.shape),
        response: { 200: EarlierShape },
      },
    },
    async (request) => {
      const who = askerOf(request).principal
      const { customerId } = await mayReadPast(db, who, 'transcript:read', request.params.id, clock.now())
      const of = { kind: 'customer', siteId: who.siteId, customerId, withDesk: true } as const
      const { items, nextCursor } = await historyPage(db, of, request.query, asStaff)
      const ended = items.filter(({ endedAt }) => endedAt !== null)
      const entriesOf = await readTranscripts(
        db,
        ended.map(({ interactionId }) => interactionId),
        ['conversation', 'desk'],
      )
      const parts = ended.map((item) => ({ item, entries: entriesOf.get(item.interactionId) ?? [] }))
      return { parts, nextCursor }
    },
  )

  typed.get(
    '/api/v1/interactions/:id/transcript',
    {
      config: { access: 'transcript:read' },
      schema: {
        tags,
        summary: 'What was said and noted in one interaction',
        params,
        querystring: SiteQuery,
        response: { 200: TranscriptShape },
      },
    },
    (request) => transcriptFor(askerOf(request).principal, request.params.id, 'transcript:read'),
  )

  typed.get(
    '/api/v1/interactions/:id/transcript/file',
    {
      config: { access: 'transcript:save' },
      schema: {
        tags,
        summary: 'What was said and noted in one interaction, to be kept: text or a page to print',
        params,
        querystring: z.extend(TranscriptFormat, SiteQuery.shape),
      },
    },
    async (request, reply) => {
      const who = askerOf(request).principal
      const transcript = await transcriptFor(who, request.params.id, 'transcript:save')
      return sendTranscript(reply, db, { ...request.query, ...transcript, siteId: who.siteId })
    },
  )
}
