import { Key } from '@beckon/shared/protocol/contact'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import type { SiteSettings } from '../../../stores/read-site-settings.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { notFound } from '../http-problem.ts'
import { widgetPolicy } from '../page-policy.ts'
import { openToAnyone } from '../route-access.ts'
import type { SiteDirectory } from '../site-directory.ts'
import { fromAnywhere, serveBuilt } from '../static-files.ts'
import { siteFace } from './site-face.ts'
import { createWidgetPages } from './widget-page.ts'

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
  const pages = createWidgetPages(webDir.customer)
  /** `ancestors` are the origins whose pages may hold it. A browser that has the page is told so, in one round trip. */
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    site: SiteSettings,
    ancestors: readonly string[],
  ) => {
    const page = await pages(siteFace(site))
    reply
      .header('permissions-policy', PERMISSIONS)
      .header('content-security-policy', widgetPolicy(config, ancestors, page))
      .header('cache-control', 'private, no-cache')
      .header('vary', 'Accept-Encoding')
      .header('etag', page.tag)
    if (request.headers['if-none-match'] === page.tag) return reply.code(304).send()
    const accepted = request.headers['accept-encoding'] ?? ''
    const packed = page.packed.find(({ encoding }) => new RegExp(`\\b${encoding}\\b`).test(accepted))
    if (packed !== undefined) reply.header('content-encoding', packed.encoding)
    return reply.type('text/html; charset=utf-8').send(packed?.body ?? page.plain)
  }
  const schema = { hide: true, querystring: z.object({ site: Key }) }

  typed.get('/widget/frame', { schema }, async (request, reply) => {
    const site = await sites.find(request.query.site)
    if (!site) throw notFound()
    reply.header('cross-origin-resource-policy', 'cross-origin')
    return send(request, reply, site, site.origins)
  })

  typed.get('/widget/call', { schema }, async (request, reply) => {
    const site = await sites.find(request.query.site)
    if (!site) throw notFound()
    // The window and its opener, in the host page, talk by messages.
    reply.header('cross-origin-opener-policy', 'unsafe-none')
    return send(request, reply, site, [])
  })

  await scope.register(files, { root: webDir.customer, serve: false, preCompressed: true, cacheControl: false })
  scope.get('/widget.js', { schema: { hide: true } }, (_request, reply) => {
    const caching = `public, max-age=${LOADER_SECONDS}, stale-while-revalidate=86400`
    reply.header('cache-control', caching).header('vary', 'Accept-Encoding').headers(fromAnywhere)
    return reply.sendFile('widget.js')
  })
  await serveBuilt(scope, `${webDir.customer}/assets`, '/widget/assets/')
}
