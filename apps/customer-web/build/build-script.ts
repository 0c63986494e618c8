import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { preactAliases } from './preact-aliases.ts'

/** One classic script without imports, for pages that are not ours and browsers as of ES2020. `entry` is below `src/`. */
export async function buildScript(entry: string, define: Record<string, string>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    resolve: { alias: preactAliases },
    build: {
      write: false,
      target: 'es2020',
      lib: {
        entry: fileURLToPath(new URL(`../src/${entry}`, import.meta.url)),
        formats: ['iife'],
        name: 'beckonHost',
        fileName: () => 'script.js',
      },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  for (const output of outputs) {
    if ('output' in output) return output.output[0].code
  }
  throw new Error(`${entry} was not built`)
}
