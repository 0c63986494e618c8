import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { HttpGatewayOptions } from './deps.ts'
import { openToAnyone } from './route-access.ts'

/** Collects the API from the schemas that check it; comes before the routes. */
export async function collectApi(server: FastifyInstance, { config }: HttpGatewayOptions): Promise<void> {
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Beckon', version: '1', description: 'Errors are problem details (RFC 9457) with a `code`.' },
      servers: [
        { url: config.publicUrl, description: '/api/v1: staff, by the session cookie' },
        { url: config.widgetUrl, description: '/widget: visitors, by their cookie' },
      ],
    },
    transform: jsonSchemaTransform,
  })
}

export async function apiDocs(scope: FastifyInstance): Promise<void> {
  openToAnyone(scope)
  scope.get('/openapi.json', { schema: { hide: true } }, () => scope.swagger())
  await scope.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
}
