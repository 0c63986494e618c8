import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { serviceWorker } from './build/service-worker.ts'
import { smallMap } from './build/small-map.ts'
import { simplePeerAliases } from '../../packages/shared/vite-aliases.ts'
import { precompress } from '../../packages/shared/vite-precompress.ts'

const base = '/console/'
/** In development the server runs beside Vite; it refuses foreign origins, so the proxy speaks as its own. */
const server = process.env['PUBLIC_URL'] ?? 'http://localhost:3000'
const toServer = { target: server, headers: { origin: server }, ws: true }

export default defineConfig({
  base,
  plugins: [react(), tailwindcss(), serviceWorker(base), smallMap(), precompress(/^assets\/.*\.(js|css|json|svg)$/)],
  resolve: { alias: simplePeerAliases },
  build: { target: 'es2023', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': toServer, '/console/io': toServer } },
  test: {
    name: 'agent-console',
    environment: 'happy-dom',
    setupFiles: ['src/testing/setup.ts'],
    // Each file has a world of its own all the same, but React, the router and the catalogues are compiled once.
    pool: 'vmThreads',
    include: ['{src,build}/**/*.test.{ts,tsx}'],
  },
})
