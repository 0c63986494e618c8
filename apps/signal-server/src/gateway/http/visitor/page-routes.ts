import { Key } from '@beckon/shared/protocol/contact'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import type { HttpGatewayOptions } from '../deps.ts'
import { notFound } from '../http-problem.ts'
import { readPage, sendPage } from '../page-file.ts'
import { widgetPolicy } from '../page-policy.ts'
import { openToAnyone } from '../route-access.ts'
import type { SiteDirectory } from '../site-directory.ts'
import { fromAnywhere, serveBuilt } from '../static-files.ts'

/** The loader changes under one name: browsers look again after this long. */
const LOADER_SECONDS = 600
/** The microphone is for us alone, and what the host page has passed on to us. */
const PERMISSIONS = 'microphone=(self), camera=(), geolocation=(self)'

/** The loader and the two pages of the widget: one inside the host page, one in a small window of its own for calls. */
export async function visitorPageRoutes(
  scope: FastifyInstance,
  options: HttpGatewayOptions,
  sites: SiteDirectory,
): Promise<void> {
  const { config, webDir } = options
  openToAnyone(scope)
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const schema = { hide: true, querystring: z.object({ site: Key }) }

  typed.get('/widget/frame', { schema }, async (request, reply) => {
    const site = await sites.find(request.query.site)
    if (!site) throw notFound()
    const html = await readPage(webDir.customer, 'frame.html')
    reply.header('permissions-policy', PERMISSIONS).header('cross-origin-resource-policy', 'cross-origin')
    return sendPage(reply, html, widgetPolicy(config, site.origins))
  })

  typed.get('/widget/call', { schema }, async (request, reply) => {
    if (!(await sites.find(request.query.site))) throw notFound()
    const html = await readPage(webDir.customer, 'call.html')
    // The window and its opener, in the host page, talk by messages.
    reply.header('permissions-policy', PERMISSIONS).header('cross-origin-opener-policy', 'unsafe-none')
    return sendPage(reply, html, widgetPolicy(config, []))
  })

  await scope.register(files, { root: webDir.customer, serve: false, preCompressed: true, cacheControl: false })
  scope.get('/widget.js', { schema: { hide: true } }, (_request, reply) => {
    const caching = `public, max-age=${LOADER_SECONDS}, stale-while-revalidate=86400`
    reply.header('cache-control', caching).header('vary', 'Accept-Encoding').headers(fromAnywhere)
    return reply.sendFile('widget.js')
  })
  await serveBuilt(scope, `${webDir.customer}/assets`, '/widget/assets/')
}
