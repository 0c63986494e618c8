import { simplePeerAliases } from '../../packages/shared/vite-aliases.ts'
import { precompress } from '../../packages/shared/vite-precompress.ts'
import { defineConfig } from 'vitest/config'
import { demoSite } from './build/demo-site.ts'
import { hostScripts } from './build/host-scripts.ts'
import { inlineFrame } from './build/inline-frame.ts'
import { leanElements } from './build/lean-elements.ts'
import { loadParts } from './build/load-parts.ts'
import { preactAliases } from './build/preact-aliases.ts'
import { socketAliases } from './build/socket-aliases.ts'

export default defineConfig({
  plugins: [
    leanElements(),
    loadParts(),
    hostScripts(),
    demoSite(),
    inlineFrame(),
    precompress(/^(assets\/.*|widget)\.(js|css)$/),
  ],
  resolve: { alias: [...preactAliases, ...simplePeerAliases, ...socketAliases] },
  base: '/widget/',
  build: {
    target: 'es2022',
    // As of `light-dark()`: lowered, it would follow the device and not the page's choice.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'frame.html' },
  },
  test: {
    name: 'customer-web',
    environment: 'happy-dom',
    // Nothing is fetched for a script tag; what our code does about it is under test, not the network.
    environmentOptions: {
      happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true, disableIframePageLoading: false } },
    },
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    // Whatever uses React must meet the Preact that ships.
    server: { deps: { inline: ['@testing-library/preact'] } },
  },
})
