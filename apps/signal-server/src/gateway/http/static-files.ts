import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const YEAR_SECONDS = 31_536_000

/** Built files under `prefix`, whose names change with their content; a `.br` or `.gz` beside one is preferred. */
export async function serveBuilt(scope: FastifyInstance, folder: string, prefix: string): Promise<void> {
  await scope.register(files, {
    root: folder,
    prefix,
    decorateReply: false,
    preCompressed: true,
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (response) => {
      response.setHeader('cache-control', `public, max-age=${YEAR_SECONDS}, immutable`)
      response.setHeader('vary', 'Accept-Encoding')
      for (const [name, value] of Object.entries(fromAnywhere)) response.setHeader(name, value)
    },
  })
}

/** Nothing secret: a host page's scripts, and one under a strict embedder policy, may load it. */
export const fromAnywhere = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const
