import { join } from 'node:path'
import { build } from 'esbuild'

const here = import.meta.dirname

/**
 * Bundles the chaos node, packages and all: one file starts several times faster than hundreds. `short`: with short
 * waits in place of the domain's. Returns the file, which lies in `folder`.
 */
export async function bundleNode(waits: 'short' | 'real', folder: string): Promise<string> {
  const outfile = join(folder, 'node.mjs')
  await build({
    entryPoints: [join(here, 'node.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minifySyntax: true,
    logLevel: 'error',
    // Looked for by `pg` and `ws`, which do without.
    external: ['pg-native', 'bufferutil', 'utf-8-validate'],
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    plugins: [
      {
        name: 'short-waits',
        setup(to) {
          if (waits === 'short')
            to.onResolve({ filter: /\/defaults\.ts$/ }, () => ({ path: join(here, 'short-waits.ts') }))
        },
      },
    ],
  })
  return outfile
}
