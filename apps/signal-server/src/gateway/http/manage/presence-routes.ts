import { AgentId } from '@beckon/shared/model/ids'
import { listOf } from '@beckon/shared/protocol/rest/page'
import { PresenceQuery, PresenceStep, Team } from '@beckon/shared/protocol/rest/presence'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { teamView } from '../../../domain/views/team-view.ts'
import { readPerson } from '../../../stores/people.ts'
import { readPresence } from '../../../stores/read-presence.ts'
import { SiteQuery } from '../console/site-query.ts'
import { pageOf, readCursor } from '../cursor.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'

const tags = ['Agents']

/** Who watches: the team as it is, and what became of each, step by step. */
export function presenceRoutes(scope: FastifyInstance, { db, commits, clock }: HttpGatewayOptions): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/api/v1/team',
    {
      config: { access: 'presence:read' },
      schema: {
        tags,
        summary: 'Everybody who serves customers, as they are now',
        querystring: SiteQuery,
        response: { 200: Team },
      },
    },
    async (request): Promise<Team> => {
      // From the memory that routes: no query, however often it is asked.
      const team = await commits.read(askerOf(request).principal.siteId, teamView)
      if (!team.ok) throw HttpProblem.of(team.error)
      return { now: clock.now(), items: team.value }
    },
  )

  typed.get(
    '/api/v1/agents/:id/presence',
    {
      config: { access: 'presence:read' },
      schema: {
        tags,
        summary: "An agent's timeline, newest first",
        params: z.object({ id: AgentId }),
        querystring: z.extend(PresenceQuery, SiteQuery.shape),
        response: { 200: listOf(PresenceStep) },
      },
    },
    async (request) => {
      const { siteId } = askerOf(request).principal
      const { cursor, limit, ...within } = request.query
      const agentId = request.params.id
      if (!(await readPerson(db, siteId, agentId))) throw notFound()
      const rows = await readPresence(db, { siteId, agentId }, within, readCursor(cursor)?.at ?? null, limit + 1)
      return pageOf(rows, limit, ({ ord, id }) => ({ at: ord, id }))
    },
  )
}
