import { CustomerId, type InteractionId, InteractionId as InteractionIdShape } from '@beckon/shared/model/ids'
import { type Action, can } from '@beckon/shared/rules/permissions'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { readTranscript, readTranscripts } from '../../../stores/read-entries.ts'
import { readHistoryItem, readStanding, type Standing } from '../../../stores/read-history.ts'
import type { StaffPrincipal } from '../../auth/authenticate.ts'
import { servedMs } from '../../served.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { asStaff, historyPage, PageQuery } from '../history-page.ts'
import { notFound } from '../http-problem.ts'
import { staffOf } from '../route-access.ts'
import { EarlierShape, HistoryShape, TranscriptShape } from '../shapes.ts'
import { SiteQuery } from './site-query.ts'

/** What was: an agent's own work, and the past of those they serve. */
export function consoleHistoryRoutes(scope: FastifyInstance, { db, clock }: HttpGatewayOptions): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const params = z.object({ id: InteractionIdShape })
  const standingOf = async (who: StaffPrincipal, id: InteractionId): Promise<Standing> => {
    const standing = await readStanding(db, who.siteId, id, who.agentId, clock.now() - servedMs)
    if (!standing) throw notFound()
    return standing
  }

  typed.get(
    '/api/v1/history',
    {
      config: { access: 'history:read' },
      schema: {
        summary: 'What I served, newest first',
        querystring: z.extend(PageQuery, { ...SiteQuery.shape, customer: z.optional(CustomerId) }),
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
        summary: "The past of an interaction's customer",
        params,
        querystring: z.extend(PageQuery, SiteQuery.shape),
        response: { 200: HistoryShape },
      },
    },
    async (request) => {
      const who = staffOf(request).principal
      const standing = await standingOf(who, request.params.id)
      lookedAt(who, 'history:read', standing.served ? 'served' : 'site')
      return historyPage(
        db,
        { kind: 'customer', siteId: who.siteId, customerId: standing.customerId },
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
        summary: "What was said and noted in the ended interactions of an interaction's customer, newest first",
        params,
        querystring: z.extend(PageQuery, SiteQuery.shape),
        response: { 200: EarlierShape },
      },
    },
    async (request) => {
      const who = staffOf(request).principal
      const { served, customerId } = await standingOf(who, request.params.id)
      lookedAt(who, 'transcript:read', served ? 'served' : 'site')
      const of = { kind: 'customer', siteId: who.siteId, customerId } as const
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
        summary: 'What was said and noted in one interaction',
        params,
        querystring: SiteQuery,
        response: { 200: TranscriptShape },
      },
    },
    async (request) => {
      const who = staffOf(request).principal
      const { id } = request.params
      const { own, served } = await standingOf(who, id)
      lookedAt(who, 'transcript:read', own ? 'own' : served ? 'served' : 'site')
      const item = await readHistoryItem(db, who.siteId, id)
      if (!item) throw notFound()
      return { item, entries: await readTranscript(db, id, ['conversation', 'desk']) }
    },
  )
}

/** What is not theirs to see looks absent. */
function lookedAt(who: StaffPrincipal, action: Action, relation: 'own' | 'served' | 'site'): void {
  if (!can(who, action, relation)) throw notFound()
}
