import { ApiKeyId } from '@beckon/shared/model/ids'
import { ApiKey, MadeApiKey, NewApiKey } from '@beckon/shared/protocol/rest/api-keys'
import { listOf } from '@beckon/shared/protocol/rest/page'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { addApiKey, listApiKeys, revokeApiKey } from '../../../stores/api-keys.ts'
import { makeApiKey } from '../../auth/api-key.ts'
import { SiteQuery } from '../console/site-query.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { notFound } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'
import { write } from './write.ts'

const tags = ['API keys']
type MadeApiKey = z.infer<typeof MadeApiKey>

/** Programs' keys; by people only, so that a stolen key makes no other. */
export function apiKeyRoutes(scope: FastifyInstance, options: HttpGatewayOptions): void {
  const { db, ids, clock } = options
  const typed = scope.withTypeProvider<ZodTypeProvider>()

  typed.get(
    '/api/v1/api-keys',
    {
      config: { access: 'api-keys:change' },
      schema: { tags, summary: 'Those that are good', querystring: SiteQuery, response: { 200: listOf(ApiKey) } },
    },
    async (request) => ({ items: await listApiKeys(db, askerOf(request).principal.siteId), nextCursor: null }),
  )

  typed.post(
    '/api/v1/api-keys',
    {
      config: { access: 'api-keys:change' },
      schema: {
        tags,
        summary: 'A new key, told only here',
        querystring: SiteQuery,
        body: NewApiKey,
        response: { 201: MadeApiKey },
      },
    },
    async (request, reply) => {
      const { key, prefix, hash } = makeApiKey(ids)
      reply.code(201)
      return write<MadeApiKey>(options, request, reply, {
        secret: 'key',
        change: async (client) => {
          const { name, roles } = request.body
          const row = { id: ids.uuid(), name, roles, prefix, createdAt: clock.now() }
          await addApiKey(client, askerOf(request).principal.siteId, { ...row, hash })
          const audit = {
            action: 'api-key:add',
            target: `api-keys/${row.id}`,
            before: null,
            after: { name, roles, prefix },
          }
          return { value: { ...row, lastUsedAt: null, key }, audit }
        },
      })
    },
  )

  typed.delete(
    '/api/v1/api-keys/:id',
    {
      config: { access: 'api-keys:change' },
      schema: {
        tags,
        summary: 'The key is refused from now on',
        params: z.object({ id: ApiKeyId }),
        querystring: SiteQuery,
        response: { 204: z.void() },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { siteId } = askerOf(request).principal
      await write(options, request, reply, {
        change: async (client) => {
          const before = (await listApiKeys(client, siteId)).find((key) => key.id === id)
          if (!before) throw notFound()
          await revokeApiKey(client, siteId, id, clock.now())
          return { value: before, audit: { action: 'api-key:revoke', target: `api-keys/${id}`, before, after: null } }
        },
      })
      reply.code(204)
    },
  )
}
