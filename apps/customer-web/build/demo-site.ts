import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { type DemoPage, renderPage } from '../src/demo/layout.ts'
import { arabicPage } from '../src/demo/pages/arabic-page.ts'
import { baggageClaimPage } from '../src/demo/pages/baggage-claim-page.ts'
import { baggagePage } from '../src/demo/pages/baggage-page.ts'
import { bookingPage } from '../src/demo/pages/booking-page.ts'
import { cardDisputePage } from '../src/demo/pages/card-dispute-page.ts'
import { homePage } from '../src/demo/pages/home-page.ts'
import { loungePage } from '../src/demo/pages/lounge-page.ts'
import { startPage } from '../src/demo/start-page.ts'
import { buildScript } from './build-script.ts'

const pages: readonly DemoPage[] = [
  homePage,
  bookingPage,
  baggagePage,
  baggageClaimPage,
  loungePage,
  cardDisputePage,
  arabicPage,
]
const statics = fileURLToPath(new URL('../src/demo/static/', import.meta.url))

/** The airline Blue Sky: pages that are not ours, with the widget in them. The server writes the widget's address. */
export const demoSite = (): Plugin => ({
  name: 'beckon-demo-site',
  apply: 'build',
  async generateBundle() {
    const emit = (name: string, source: string | Uint8Array) =>
      this.emitFile({ type: 'asset', fileName: `demo/${name}`, source })
    for (const page of pages) emit(`${page.name}.html`, renderPage(page))
    emit('start.html', startPage)
    for (const name of readdirSync(statics)) emit(name, readFileSync(statics + name))
    emit('sign-in.js', await buildScript('demo/sign-in.ts', {}))
    emit('react-example.js', await buildScript('demo/react-example.tsx', {}))
    emit('crowd.js', await buildScript('demo/crowd/follow-crowd.ts', {}))
    emit('guide.js', await buildScript('demo/guide/follow-guide.ts', {}))
  },
})
