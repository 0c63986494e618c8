import { hash } from 'node:crypto'
import { MadeTask, NewTaskRequest } from '@beckon/shared/protocol/rest/tasks'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { CommandKey } from '../../../commit/commit-path.ts'
import { findCustomer } from '../../../stores/find-customer.ts'
import type { RequestKey } from '../../../stores/first-answers.ts'
import { SiteQuery } from '../console/site-query.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'
import { requestKey } from './request-key.ts'

/** Work that other systems leave for agents. */
export function taskRoutes(scope: FastifyInstance, { db, commits }: HttpGatewayOptions): void {
  scope.withTypeProvider<ZodTypeProvider>().post(
    '/api/v1/tasks',
    {
      config: { access: 'task:create' },
      schema: {
        tags: ['Interactions'],
        summary: 'Leave work to be done: it is offered like a contact, or waits in the workbin',
        querystring: SiteQuery,
        body: NewTaskRequest,
        response: { 201: MadeTask },
      },
    },
    async (request, reply): Promise<MadeTask> => {
      const asker = askerOf(request)
      const { siteId } = asker.principal
      const { customer: externalId, ...task } = request.body
      const customer = externalId === undefined ? null : await findCustomer(db, siteId, externalId)
      if (customer === undefined) throw notFound()
      const key = requestKey(request, asker)
      const payload = { task, customer, by: asker.name }
      const made = await commits.run(
        siteId,
        { name: 'task:import', by: null, tabId: null, payload },
        key && asCommand(key),
      )
      if (!made.ok) throw HttpProblem.of(made.error)
      reply.code(201).header('location', `/api/v1/interactions/${made.value.interactionId}`)
      return made.value
    },
  )
}

/** A command's id is a UUID: the same for the same key. */
function asCommand({ actorId, key, hash: of }: RequestKey): CommandKey {
  const hex = hash('sha256', key, 'hex')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)]
  return { actorId, id: parts.join('-'), hash: of.slice(0, 22) }
}
