import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const source = (name: string) => fileURLToPath(new URL(`../src/loader/${name}`, import.meta.url))

/** One classic script without imports, for pages that are not ours and browsers as of ES2019. */
async function buildScript(entry: string, define: Record<string, string>): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    define,
    build: {
      write: false,
      target: 'es2019',
      lib: { entry: source(entry), formats: ['iife'], name: 'beckonHost', fileName: () => 'script.js' },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  for (const output of outputs) {
    if ('output' in output) return output.output[0].code
  }
  throw new Error(`${entry} was not built`)
}

/**
 * The two scripts that run in the host page: `widget.js`, which every page of the host pays for and whose name never
 * changes, and the panel script, which comes with the first click and is named after its content.
 */
export const hostScripts = (): Plugin => ({
  name: 'beckon-host-scripts',
  apply: 'build',
  async generateBundle() {
    const panel = await buildScript('panel-main.ts', {})
    const hash = createHash('sha256').update(panel).digest('base64url').slice(0, 8)
    const panelFile = `assets/panel-${hash}.js`
    const loader = await buildScript('main.ts', { __PANEL_URL__: JSON.stringify(`/widget/${panelFile}`) })
    this.emitFile({ type: 'asset', fileName: panelFile, source: panel })
    this.emitFile({ type: 'asset', fileName: 'widget.js', source: loader })
  },
})
