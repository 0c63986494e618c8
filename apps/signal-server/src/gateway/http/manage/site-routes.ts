import { IdentitySecret, SiteChange, SiteResource } from '@beckon/shared/protocol/rest/site'
import { readTheme } from '@beckon/shared/rules/read-theme'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { replaceIdentitySecret } from '../../../stores/list-sites.ts'
import { readSite, writeSite } from '../../../stores/site-settings.ts'
import { SiteQuery } from '../console/site-query.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem } from '../http-problem.ts'
import { askerOf } from '../route-access.ts'
import { mustMatch, withEtag } from './etag.ts'
import { write } from './write.ts'

export function siteRoutes(scope: FastifyInstance, options: HttpGatewayOptions): void {
  const { db, ids } = options
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const tags = ['Site']

  typed.get(
    '/api/v1/site',
    {
      config: { access: 'site:read' },
      schema: { tags, summary: 'Your site', querystring: SiteQuery, response: { 200: SiteResource } },
    },
    async (request, reply) => withEtag(reply, await readSite(db, askerOf(request).principal.siteId)),
  )

  typed.patch(
    '/api/v1/site',
    {
      config: { access: 'site:change' },
      schema: { tags, summary: 'Change it', querystring: SiteQuery, body: SiteChange, response: { 200: SiteResource } },
    },
    async (request, reply) => {
      const { siteId } = askerOf(request).principal
      const { name, accent, origins, files, look } = request.body
      const site = await write(options, request, reply, {
        change: async (client) => {
          const before = await readSite(client, siteId)
          mustMatch(request, before)
          const wanted = {
            ...before,
            name: name ?? before.name,
            accent: accent === undefined ? before.accent : accent,
            origins: origins ?? before.origins,
            files: files ?? before.files,
            look: look ?? before.look,
          }
          mustBeReadable(wanted)
          await writeSite(client, wanted)
          const after = await readSite(client, siteId)
          return { value: after, audit: { action: 'site:change', target: 'site', before, after } }
        },
      })
      return withEtag(reply, site)
    },
  )

  typed.post(
    '/api/v1/site/identity-secret',
    {
      config: { access: 'site:change' },
      schema: {
        tags,
        summary: 'A new secret to sign identities with; the old one is void at once',
        querystring: SiteQuery,
        response: { 201: IdentitySecret },
      },
    },
    async (request, reply): Promise<IdentitySecret> => {
      const identitySecret = Buffer.from(ids.random(32)).toString('base64url')
      reply.code(201)
      return write<IdentitySecret>(options, request, reply, {
        secret: 'identitySecret',
        change: async (client) => {
          await replaceIdentitySecret(client, askerOf(request).principal.siteId, identitySecret)
          const audit = { action: 'identity-secret:rotate', target: 'site', before: null, after: null }
          return { value: { identitySecret }, audit }
        },
      })
    },
  )
}

/** By the rule that the widget itself reads a look by. */
function mustBeReadable({ accent, look }: SiteResource): void {
  const { problems } = readTheme({ accent, ...look })
  if (problems.length > 0)
    throw new HttpProblem('unprocessable', problems.join(', '), [{ code: 'low-contrast', at: 'look.text' }])
}
