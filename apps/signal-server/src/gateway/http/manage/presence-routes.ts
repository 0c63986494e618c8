import { AgentId } from '@beckon/shared/model/ids'
import { listOf } from '@beckon/shared/protocol/rest/page'
import { PresenceQuery, PresenceStep, Team, type TeamMember, TeamQuery } from '@beckon/shared/protocol/rest/presence'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { OverallPresence } from '@beckon/shared/model/presence'
import { readPerson } from '../../../stores/people.ts'
import { readPresence } from '../../../stores/read-presence.ts'
import { SiteQuery } from '../console/site-query.ts'
import { pageOf, readCursor } from '../cursor.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { notFound } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'
import { recentTeams } from './recent-teams.ts'

const tags = ['Agents']

/** Who watches: the team as it is, and what became of each, step by step. */
export function presenceRoutes(scope: FastifyInstance, { db, commits, clock }: HttpGatewayOptions): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const teams = recentTeams(commits, clock)

  typed.get(
    '/api/v1/team',
    {
      config: { access: 'presence:read' },
      schema: {
        tags,
        summary: 'Everybody who serves customers, as they are now',
        querystring: z.extend(TeamQuery, SiteQuery.shape),
        response: { 200: Team },
      },
    },
    async (request): Promise<Team> => {
      const { asOf, members } = await teams.of(askerOf(request).principal.siteId)
      const { q, limit } = request.query
      const letters = q.trim().toLowerCase()
      const found = members.filter(({ name }) => name.toLowerCase().includes(letters))
      return { asOf, counts: countsOf(members), found: found.length, items: found.slice(0, limit) }
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

function countsOf(members: readonly TeamMember[]): Team['counts'] {
  const counts = Object.fromEntries(OverallPresence.options.map((overall) => [overall, 0])) as Team['counts']
  for (const { overall } of members) counts[overall]++
  return counts
}
