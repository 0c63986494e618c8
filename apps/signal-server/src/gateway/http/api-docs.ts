import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { HttpGatewayOptions } from './deps.ts'
import { openToAnyone } from './route-access.ts'

/** Swagger UI writes styles into its page; its scripts are files. */
const docsPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0b66c3"/><path d="M9 16a7 7 0 1 1 7 7H9z" fill="#fff"/></svg>'

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
  await scope.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: docsPolicy,
    logo: { type: 'image/svg+xml', content: Buffer.from(mark), href: '/docs' },
    theme: {
      title: 'Beckon API',
      favicon: [{ filename: 'mark.svg', rel: 'icon', sizes: 'any', type: 'image/svg+xml', content: mark }],
    },
    uiConfig: { validatorUrl: null },
  })
}
