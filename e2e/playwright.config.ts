import { defineConfig } from '@playwright/test'

/** Every test has a database and server processes of its own, so tests run in any order and side by side. */
export default defineConfig({
  testDir: 'specs',
  globalSetup: './fixtures/start-postgres.ts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  outputDir: 'test-results/output',
  use: {
    actionTimeout: 30_000,
    // What the page held at each step; moving pictures of it would cost a quarter of the run.
    trace: { mode: 'retain-on-failure', screenshots: false, sources: false },
    screenshot: 'only-on-failure',
  },
})
