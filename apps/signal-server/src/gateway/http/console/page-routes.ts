import type { FastifyInstance } from 'fastify'
import type { HttpGatewayOptions } from '../deps.ts'
import { notFound } from '../http-problem.ts'
import { readPage, sendPage } from '../page-file.ts'
import { consolePolicy } from '../page-policy.ts'
import { openToAnyone } from '../route-access.ts'
import { serveBuilt } from '../static-files.ts'

/** The console is one page; what comes after `/console` is its own affair. */
export async function consolePageRoutes(scope: FastifyInstance, { config, webDir }: HttpGatewayOptions): Promise<void> {
  openToAnyone(scope)
  const schema = { hide: true }
  scope.get('/', { schema }, (_request, reply) => reply.redirect(config.demo ? '/demo/start' : '/console'))
  for (const path of ['/console', '/console/*']) {
    scope.get(path, { schema }, async (request, reply) => {
      if (/\.\w+$/.test(request.url.split('?')[0] ?? '')) throw notFound()
      return sendPage(reply, await readPage(webDir.console, 'index.html'), consolePolicy(config))
    })
  }
  scope.get('/console/sw.js', { schema }, async (_request, reply) =>
    reply
      .header('content-type', 'text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      // What it fetches is under its own policy, not its page's.
      .header('content-security-policy', consolePolicy(config))
      // It lies below the page it serves.
      .header('service-worker-allowed', '/console')
      .serializer(String)
      .send(await readPage(webDir.console, 'sw.js')),
  )
  await serveBuilt(scope, `${webDir.console}/assets`, '/console/assets/')
}
