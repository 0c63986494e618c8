import { randomBytes } from 'node:crypto'
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
      const nonce = randomBytes(16).toString('base64')
      const html = await readPage(webDir.console, 'index.html')
      return sendPage(reply, withNonce(html, nonce), consolePolicy(config, nonce))
    })
  }
  await serveBuilt(scope, `${webDir.console}/assets`, '/console/assets/')
}

/** Where components that make style sheets of their own look for it. */
const withNonce = (html: string, nonce: string): string =>
  html.replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" content="${nonce}" />`)
