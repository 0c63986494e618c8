import { IdentifyRequest, type IdentifyResponse } from '@beckon/shared/protocol/http'
import type { Reply } from '@beckon/shared/protocol/reply'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { SiteSettings } from '../../../stores/read-site-settings.ts'
import { readKnownCustomer } from '../../../stores/visitor-tokens.ts'
import type { SignedInCustomer } from '../../auth/authenticate.ts'
import { proofOf } from '../../auth/socket-auth.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { customerOf } from '../route-access.ts'
import { IdentifyShape } from '../shapes.ts'
import type { SiteDirectory } from '../site-directory.ts'
import { type Identity, readIdentity } from './read-identity.ts'

/** A visitor becomes a customer the site knows: both proofs, the visitor's and the site's, are in this one request. */
export function identifyRoute(
  scope: FastifyInstance,
  options: HttpGatewayOptions,
  sites: SiteDirectory,
  perMinute: object,
): void {
  scope.withTypeProvider<ZodTypeProvider>().post(
    '/widget/api/identify',
    {
      config: { access: 'customer:identify', ...perMinute },
      schema: {
        summary: "Takes the site's word for who the visitor is",
        body: IdentifyRequest,
        response: { 200: IdentifyShape },
      },
    },
    async (request): Promise<IdentifyResponse> => {
      const visitor = customerOf(request)
      const site = await sites.find(request.body.site)
      if (!site) throw notFound()
      const identity = await readIdentity(request.body.identity, site, options.clock.now())
      if (visitor.tokenKind === 'page') throw new HttpProblem('forbidden', 'without cookies a visitor stays anonymous')
      const reply = await identify(options, visitor, site, identity)
      if (!reply.ok) throw HttpProblem.of(reply.error)
      if (reply.value.customerId !== visitor.principal.customerId) options.proofChanged?.(proofOf(visitor))
      return { customer: { name: identity.name, identified: true } }
    },
  )
}

type Outcome = Reply<{ customerId: string }>

async function identify(
  options: HttpGatewayOptions,
  visitor: SignedInCustomer,
  site: SiteSettings,
  identity: Identity,
): Promise<Outcome> {
  const first = await attempt(options, visitor, site, identity)
  // Somebody else may have become this customer in between; then they are known now.
  return !first.ok && first.error.code === 'conflict' ? attempt(options, visitor, site, identity) : first
}

async function attempt(
  { db, commits }: HttpGatewayOptions,
  visitor: SignedInCustomer,
  site: SiteSettings,
  { sub, name, segment, context }: Identity,
): Promise<Outcome> {
  const knownAs = await readKnownCustomer(db, site.id, sub)
  return commits.run(site.id, {
    name: 'customer:identify',
    by: visitor.principal,
    tabId: null,
    payload: { externalId: sub, name, segment, signedContext: context, knownAs },
  })
}
