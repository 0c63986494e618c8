import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Much of a test is waiting for PostgreSQL or another process; Vitest by itself would leave a core for us.
    maxWorkers: availableParallelism(),
    projects: [
      { test: { name: 'shared', root: 'packages/shared', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'server',
          root: 'apps/signal-server',
          include: ['{src,testing,chaos,bench}/**/*.test.ts'],
          globalSetup: [join(import.meta.dirname, 'apps/signal-server/testing/start-test-postgres.ts')],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'scripts',
          root: '.',
          include: ['scripts/**/*.test.{mjs,ts}'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      // These two bring aliases and a browser-like environment of their own, in their vite.config.ts.
      './apps/customer-web',
      './apps/agent-console',
    ],
  },
})
