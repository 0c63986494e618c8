import { ContactQuery, DryRun, RoutingChange, RoutingResource } from '@beckon/shared/protocol/rest/routing'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { dryRun } from '../../../domain/routing/dry-run.ts'
import { warningsOf } from '../../../domain/rules/check-settings.ts'
import type { SiteState } from '../../../domain/site-state.ts'
import { readKnownCustomer } from '../../../stores/site-rows.ts'
import { SiteQuery } from '../console/site-query.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'
import { etagOf, mustMatch } from './etag.ts'
import { actorOf } from './actor-of.ts'

const tags = ['Routing']

/** Who is served when and by whom: one document, because its parts name each other. Asked of the memory that routes. */
export function routingRoutes(scope: FastifyInstance, { db, commits, clock }: HttpGatewayOptions): void {
  const typed = scope.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/api/v1/routing',
    {
      config: { access: 'routing:read' },
      schema: {
        tags,
        summary: 'Queues, hours, groups, values, agreements and button codes',
        querystring: SiteQuery,
        response: { 200: RoutingResource },
      },
    },
    async (request, reply) => {
      const told = await commits.read(askerOf(request).principal.siteId, resourceOf)
      if (!told.ok) throw HttpProblem.of(told.error)
      return withVersion(reply, told.value)
    },
  )

  typed.patch(
    '/api/v1/routing',
    {
      config: { access: 'routing:change' },
      schema: {
        tags,
        summary: 'Change parts of it; they hold from the next decision on',
        querystring: SiteQuery,
        body: RoutingChange,
        response: { 200: RoutingResource },
      },
    },
    async (request, reply) => {
      const asker = askerOf(request)
      const { siteId } = asker.principal
      const present = await commits.read(siteId, ({ rules }) => rules.settings)
      if (!present.ok) throw HttpProblem.of(present.error)
      mustMatch(request, present.value)
      const seen = request.headers['if-match'] === undefined ? null : present.value
      const payload = { change: request.body, seen, actor: actorOf(asker) }
      const saved = await commits.run(siteId, { name: 'routing:change', by: null, tabId: null, payload })
      if (!saved.ok) throw saved.error.code === 'stale-fence' ? new HttpProblem('changed') : HttpProblem.of(saved.error)
      return withVersion(reply, { ...saved.value.routing, warnings: saved.value.warnings })
    },
  )

  typed.get(
    '/api/v1/routing/explanation',
    {
      config: { access: 'routing:explain' },
      schema: {
        tags,
        summary: 'Who would get such a contact now, and why; nothing rings',
        querystring: z.extend(ContactQuery, SiteQuery.shape),
        response: { 200: DryRun },
      },
    },
    async (request): Promise<DryRun> => {
      const { siteId } = askerOf(request).principal
      const { customer: externalId, ...asked } = request.query
      const customer = externalId === undefined ? undefined : await readKnownCustomer(db, siteId, externalId)
      const run = await commits.read(siteId, (state) => dryRun(state, asked, clock.now(), customer))
      if (!run.ok) throw HttpProblem.of(run.error)
      return run.value
    },
  )
}

const resourceOf = (state: SiteState): RoutingResource => ({
  ...state.rules.settings,
  warnings: warningsOf(state.rules.settings, state),
})

/** Of the settings alone: who joins or leaves changes what is warned of, and nothing that anybody set. */
function withVersion(reply: FastifyReply, told: RoutingResource): RoutingResource {
  const { warnings: _warnings, ...settings } = told
  reply.header('etag', etagOf(settings))
  return told
}
