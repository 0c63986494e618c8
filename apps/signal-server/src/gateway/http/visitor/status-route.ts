import { Key } from '@beckon/shared/protocol/contact'
import { buttonCode } from '@beckon/shared/rules/button-code'
import { parseLocation } from '@beckon/shared/rules/location'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { siteStatus } from '../../../domain/views/site-status.ts'
import { toldAgent } from '../../../domain/views/told-agent.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { StatusShape } from '../shapes.ts'
import type { SiteDirectory } from '../site-directory.ts'
import { credentials } from './credentials.ts'
import { agentWords, buttonWords } from './button-words.ts'

/** Whatever a page has in `lang`, shortened; what is no language we have is answered in English. */
const Language = z.string().check(z.maxLength(35))

/** Of a button; routed by as with the contact itself. */
const Words = z.string().check(z.maxLength(512))

/** What a host page asks before anybody has clicked: small, cached, and a simple request, so that no preflight precedes it. */
export function statusRoute(
  scope: FastifyInstance,
  { config, commits, clock, auth }: HttpGatewayOptions,
  sites: SiteDirectory,
): void {
  scope.withTypeProvider<ZodTypeProvider>().get(
    '/widget/status',
    {
      config: { access: 'anyone' },
      schema: {
        summary: 'Whether somebody is there, as a host page may ask',
        querystring: z.object({
          site: Key,
          subject: z.optional(Key),
          whisper: z.optional(Words),
          region: z.optional(Words),
          agent: z.optional(Words),
          location: z.optional(Words),
          lang: z.optional(Language),
        }),
        response: { 200: StatusShape },
      },
    },
    async (request, reply) => {
      const { site: key, lang, subject, whisper = '', region = '', agent: named = '', location = '' } = request.query
      reply.header('vary', 'Origin')
      const site = await sites.find(key)
      if (!site) throw notFound()
      const { origin } = request.headers
      if (origin !== undefined && origin !== config.widgetUrl) {
        if (!site.origins.includes(origin)) throw new HttpProblem('forbidden', 'this origin is not one of the site')
        reply.header('access-control-allow-origin', origin)
      }
      // Another origin's script may not learn whose browser it runs in.
      const shown = origin === undefined || origin === config.widgetUrl ? credentials(request) : undefined
      const visitor = shown && (await auth.customer({ ...shown, cookie: request.headers.cookie }))
      const segment = visitor?.customer.segment ?? null
      const codes = { whisper: buttonCode(whisper), region: buttonCode(region) }
      const asker = { subject, ...codes, segment, locale: lang ?? null, position: parseLocation(location) }
      const status = await commits.read(site.id, (state) => ({
        ...siteStatus(state, asker, clock.now()),
        own: visitor && toldAgent(state, visitor.customer, buttonCode(named)),
      }))
      if (!status.ok) throw HttpProblem.of(status.error)
      reply
        .header('cache-control', visitor ? 'private, no-store' : 'public, max-age=10')
        .header('cross-origin-resource-policy', 'cross-origin')
      const { own, ...told } = status.value
      const agent = own && { agent: agentWords(own, lang) }
      return { ...told, ...agent, ...buttonWords(told.channels.chat ?? 'closed', lang) }
    },
  )
}
