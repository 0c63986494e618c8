import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { buildScript } from './build-script.ts'

/**
 * The two scripts that run in the host page: `widget.js`, which every page of the host pays for and whose name never
 * changes, and the panel script, which comes with the first click and is named after its content.
 */
export const hostScripts = (): Plugin => ({
  name: 'beckon-host-scripts',
  apply: 'build',
  async generateBundle() {
    const panel = await buildScript('loader/panel-main.ts', {})
    const hash = createHash('sha256').update(panel).digest('base64url').slice(0, 8)
    const panelFile = `assets/panel-${hash}.js`
    const loader = await buildScript('loader/main.ts', { __PANEL_URL__: JSON.stringify(`/widget/${panelFile}`) })
    this.emitFile({ type: 'asset', fileName: panelFile, source: panel })
    this.emitFile({ type: 'asset', fileName: 'widget.js', source: loader })
    const types = readFileSync(fileURLToPath(new URL('../src/loader/beckon-api.ts', import.meta.url)))
    this.emitFile({ type: 'asset', fileName: 'assets/beckon.d.ts', source: types })
  },
})
