import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { isShallow } from '../sockets/frame.ts'
import { isStorable, storable } from '../storable.ts'
import { answerErrors } from './answer-errors.ts'
import { apiDocs, collectApi } from './api-docs.ts'
import { consoleApi } from './console/console-api.ts'
import { demoRoutes } from './console/demo-routes.ts'
import { consolePageRoutes } from './console/page-routes.ts'
import type { HttpGatewayOptions } from './deps.ts'
import { healthRoutes } from './health-routes.ts'
import { type HostName, hostAllows } from './host-allows.ts'
import { httpLimits } from './http-limits.ts'
import { HttpProblem } from './http-problem.ts'
import { metricsRoute } from './metrics-route.ts'
import { onlyUnder, recordRoutes } from './route-access.ts'
import { visitorPageRoutes } from './visitor/page-routes.ts'
import { visitorApi } from './visitor/visitor-api.ts'

const BODY_BYTES = 32_768
const YEAR_SECONDS = 31_536_000
/** Only `retry-after` is told, and only to those who are refused. */
const quiet = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false } as const

/** Everything that is asked by HTTP, under our two names; not listening yet. */
export async function createHttpGateway(given: HttpGatewayOptions): Promise<FastifyInstance> {
  const { config, ids, log, webDir } = given
  const options = { ...given, webDir: { customer: resolve(webDir.customer), console: resolve(webDir.console) } }
  const server: FastifyInstance = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: ({ headers }) => spokenId(headers['x-request-id']) ?? ids.uuid(),
    trustProxy: config.trustProxy,
    bodyLimit: BODY_BYTES,
    routerOptions: { maxParamLength: 200 },
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.removeContentTypeParser('text/plain')
  recordRoutes(server)
  answerErrors(server)
  await protect(server, options)
  await collectApi(server, options)
  await addRoutes(server, options)
  server.addHook('onListen', async () => {
    // The first who sign in need not wait for it; a failure shows there.
    given.auth.sessions.warmUp().catch((error: unknown) => log.error({ err: error }, 'sign-in is not ready'))
  })
  await server.ready()
  return server
}

/** A caller's own name for its request, so that both logs tell of the same. */
const spokenId = (given: string | string[] | undefined): string | undefined =>
  typeof given === 'string' && /^[\w.-]{8,64}$/.test(given) ? given : undefined

/** What holds for every answer; pages loosen it where they must. */
async function protect(server: FastifyInstance, { config, limits }: HttpGatewayOptions): Promise<void> {
  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control') && !reply.raw.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store')
  })
  server.addHook('onResponse', async (request, reply) => {
    const { method, id, routeOptions } = request
    request.log.debug(
      { id, method, route: routeOptions.url, status: reply.statusCode, ms: reply.elapsedTime },
      'answered',
    )
  })
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: config.publicUrl.startsWith('https:') && {
      maxAge: YEAR_SECONDS,
      includeSubDomains: false,
    },
    // `frame-ancestors` says it better, and may name others than ourselves.
    xFrameOptions: false,
  })
  await server.register(rateLimit, {
    max: limits?.all ?? httpLimits.all,
    timeWindow: 60_000,
    errorResponseBuilder: () => new HttpProblem('rate-limited'),
    addHeaders: quiet,
    addHeadersOnExceeding: quiet,
  })
  server.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    if (hostAllows(config, request.raw) === undefined) throw new HttpProblem('misdirected')
  })
  server.addHook('preValidation', async (request) => {
    // What is uploaded is a stream, and no value of ours.
    if (!(request.body instanceof Readable)) {
      if (!isShallow(request.body)) throw new HttpProblem('invalid', 'nested too deep')
      request.body = storable(request.body)
    }
    // No name of ours holds what cannot be kept.
    if (!isStorable({ ...(request.params as object) })) throw new HttpProblem('not-found')
    request.query = storable({ ...(request.query as object) })
  })
}

async function addRoutes(server: FastifyInstance, options: HttpGatewayOptions): Promise<void> {
  const { sites } = options
  const hostOf = (request: FastifyRequest): HostName | undefined => hostAllows(options.config, request.raw)
  const group = (host: HostName, add: (scope: FastifyInstance) => void | Promise<void>) =>
    server.register(async (scope) => {
      onlyUnder(scope, host, hostOf)
      await add(scope)
    })
  await server.register(async (scope) => healthRoutes(scope, options))
  await group('widget', (scope) => visitorApi(scope, options, sites))
  await group('widget', (scope) => visitorPageRoutes(scope, options, sites))
  await group('public', (scope) => consoleApi(scope, options))
  await group('public', (scope) => consolePageRoutes(scope, options))
  await group('public', (scope) => metricsRoute(scope, options))
  await group('public', (scope) => apiDocs(scope))
  if (options.config.demo) await group('public', (scope) => demoRoutes(scope, options))
}
