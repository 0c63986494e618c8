import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { serverFolder } from '../../src/runtime/server-folder.ts'

/** Bundles a module of the bench as the build bundles the server, so that what is measured is what is run. */
export async function bundle(module: URL): Promise<URL> {
  const { dependencies } = JSON.parse(readFileSync(join(serverFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const packages = Object.keys(dependencies).filter((name) => !name.startsWith('@beckon/'))
  const file = fileURLToPath(module)
  const outfile = join(serverFolder, 'dist/bench', `${basename(file, '.ts')}.mjs`)
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    external: [...packages.flatMap((name) => [name, `${name}/*`]), 'ws'],
  })
  return pathToFileURL(outfile)
}
