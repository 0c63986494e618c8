import { extname } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import { demoAccounts, demoCustomers } from '../../../demo/demo-people.ts'
import { readGuide } from '../../../demo/guide/read-guide.ts'
import { signDemoIdentity } from '../../../demo/sign-demo-identity.ts'
import type { HttpGatewayOptions } from '../deps.ts'
import { demoActs } from './demo-acts.ts'
import { readPage, sendPage } from '../page-file.ts'
import { demoPolicy } from '../page-policy.ts'
import { openToAnyone } from '../route-access.ts'
import { DemoAccountsShape, GuideShape } from '../shapes.ts'

const GuideQuery = z.object({
  references: z._default(z.string().check(z.maxLength(400)), ''),
  since: z._default(z.coerce.number().check(z.nonnegative()), Number.MAX_SAFE_INTEGER),
})

/** The demo site and its sign-ins; these routes exist in the demo only. */
export async function demoRoutes(scope: FastifyInstance, options: HttpGatewayOptions): Promise<void> {
  const { auth, config, db, clock, webDir } = options
  openToAnyone(scope)
  demoActs(scope, options)
  const typed = scope.withTypeProvider<ZodTypeProvider>()
  const folder = `${webDir.customer}/demo`
  await scope.register(files, { root: folder, serve: false })

  typed.get(
    '/api/v1/demo/accounts',
    { schema: { summary: "The demo's people and their password", response: { 200: DemoAccountsShape } } },
    async () => demoAccounts(),
  )

  typed.get(
    '/demo/identity',
    { schema: { hide: true, querystring: z.object({ user: z.enum(['ann', 'tom']) }) } },
    async (request) => ({ identity: await signDemoIdentity(db, demoCustomers[request.query.user], clock.now()) }),
  )

  typed.get(
    '/demo/guide',
    { schema: { hide: true, querystring: GuideQuery, response: { 200: GuideShape } } },
    async (request) => {
      const { references, since } = request.query
      const staff = await auth.staff(request.headers, 'bluesky')
      const question = { references: references.split(','), agentId: staff?.principal.agentId ?? null, since }
      return readGuide(db, question, clock.now())
    },
  )

  scope.get('/demo', { schema: { hide: true } }, (_request, reply) => reply.redirect('/demo/'))
  typed.get('/demo/*', { schema: { hide: true, params: z.object({ '*': z.string() }) } }, async (request, reply) => {
    const path = request.params['*']
    if (extname(path) !== '' && extname(path) !== '.html') {
      return reply.header('cache-control', 'no-cache').sendFile(path, { cacheControl: false })
    }
    const html = await readPage(folder, pageOf(path))
    // A call may move to a window of ours that the frame opens; its opener stays here.
    reply.header('cross-origin-opener-policy', 'same-origin-allow-popups')
    return sendPage(reply, html.replaceAll('%WIDGET_URL%', config.widgetUrl), demoPolicy(config))
  })
}

/** `booking` and `booking.html` are the same page, as on many sites. */
function pageOf(path: string): string {
  if (path === '' || path.endsWith('/')) return `${path}index.html`
  return extname(path) === '.html' ? path : `${path}.html`
}
