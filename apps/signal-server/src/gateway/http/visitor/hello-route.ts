import type { CustomerId } from '@beckon/shared/model/ids'
import { HelloRequest, type HelloResponse } from '@beckon/shared/protocol/http'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { CustomerRow } from '../../../domain/rows.ts'
import type { SiteSettings } from '../../../stores/read-site-settings.ts'
import { addVisitor, addVisitorToken, renewVisitorToken, takeHandover } from '../../../stores/visitor-tokens.ts'
import type { SignedInCustomer } from '../../auth/authenticate.ts'
import { visitorCookie } from '../../auth/visitor-cookie.ts'
import { handoverKind, makeVisitorToken, type TokenKind, tokenHash, VISITOR_MS } from '../../auth/visitor-token.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { HttpProblem, notFound } from '../http-problem.ts'
import { HelloShape } from '../shapes.ts'
import type { SiteDirectory } from '../site-directory.ts'

/** Who the visitor is from now on; `token` is new, or the one that was spoken. */
interface Known {
  customer: CustomerRow
  token: string | null
  cookieSeen: boolean
}

/** A token is renewed once a day, not with every page. */
const RENEW_AFTER_MS = 86_400_000

export function helloRoute(
  scope: FastifyInstance,
  options: HttpGatewayOptions,
  sites: SiteDirectory,
  perMinute: object,
): void {
  scope.withTypeProvider<ZodTypeProvider>().post(
    '/widget/api/hello',
    {
      config: { access: 'anyone', ...perMinute },
      schema: { summary: 'Makes or renews the visitor', body: HelloRequest, response: { 200: HelloShape } },
    },
    async (request, reply): Promise<HelloResponse> => {
      const { site: key, token, cookieFailed = false, handover } = request.body
      const site = await sites.find(key)
      if (!site) throw notFound()
      const present = await options.auth.customer({ siteKey: key, cookie: request.headers.cookie, token })
      const known = await meet(options, site, { present, token, handover, kind: cookieFailed ? 'page' : 'cookie' })
      if (!cookieFailed && known.token !== null) reply.header('set-cookie', visitorCookie(key, known.token))
      return {
        customer: { name: known.customer.name, identified: known.customer.externalId !== null },
        cookieSeen: known.cookieSeen,
        ...(cookieFailed && known.token !== null ? { token: known.token } : {}),
      }
    },
  )
}

interface Meeting {
  present: SignedInCustomer | undefined
  token: string | undefined
  handover: string | undefined
  /** Of the token a stranger gets. */
  kind: TokenKind
}

async function meet(
  options: HttpGatewayOptions,
  site: SiteSettings,
  { present, token, handover, kind }: Meeting,
): Promise<Known> {
  if (handover !== undefined) return takeOver(options, site, handover)
  if (!present) return greet(options, site, kind)
  await renew(options, present)
  if (present.by === 'token') return { customer: present.customer, token: token ?? null, cookieSeen: false }
  return { customer: present.customer, token: null, cookieSeen: true }
}

async function greet({ db, ids, clock }: HttpGatewayOptions, site: SiteSettings, kind: TokenKind): Promise<Known> {
  const token = makeVisitorToken(ids, kind)
  const now = clock.now()
  const customer = await addVisitor(db, {
    hash: tokenHash(token),
    siteId: site.id,
    customerId: ids.uuid() as CustomerId,
    now,
    expiresAt: now + VISITOR_MS,
  })
  return { customer, token, cookieSeen: false }
}

/** Another window of the same visitor; its token has no more rights than the one that handed over. */
async function takeOver({ db, ids, clock }: HttpGatewayOptions, site: SiteSettings, handover: string): Promise<Known> {
  const kind = handoverKind(handover)
  const now = clock.now()
  const customer = kind && (await takeHandover(db, site.id, tokenHash(handover), now))
  if (!kind || !customer) throw new HttpProblem('expired', 'the handover code was used, ran out or never was')
  const token = makeVisitorToken(ids, kind)
  await addVisitorToken(db, {
    hash: tokenHash(token),
    siteId: site.id,
    customerId: customer.id,
    now,
    expiresAt: now + VISITOR_MS,
  })
  return { customer, token, cookieSeen: false }
}

async function renew({ db, clock }: HttpGatewayOptions, { tokenHash, expiresAt }: SignedInCustomer): Promise<void> {
  const until = clock.now() + VISITOR_MS
  if (until - expiresAt > RENEW_AFTER_MS) await renewVisitorToken(db, tokenHash, until)
}
