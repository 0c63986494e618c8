import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Writes `sw.js` beside the page, with the names of all that the console is made of. */
export function serviceWorker(base: string): Plugin {
  return {
    name: 'beckon:service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => /\.(js|css|svg|woff2)$/.test(name))
        .sort()
      const source = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
      const shell = JSON.stringify(files.map((name) => base + name))
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: source.replace("['SHELL']", shell) })
    },
  }
}
