import './require-node.mjs'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const { orExplain } = await import('./or-explain.mjs')
const { install } = await import('./install.mjs')
const { build } = await import('./build.mjs')
const { root } = await import('./root.mjs')
const { runCommand } = await import('./run-command.mjs')
const { findBrowser } = await import('./find-browser.mjs')
const { withOlderPostgres } = await import('./older-postgres.mjs')
const { playwrightCounts, vitestCounts } = await import('./test-counts.mjs')

const results = join(root, 'test-results')
const packages = ['packages/shared', 'apps/signal-server', 'apps/customer-web', 'apps/agent-console', 'e2e']

const total = { passed: 0, failed: 0 }

await orExplain(install)
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

await step('Lint', () =>
  Promise.all([check('oxlint', ['--type-aware']), check('biome', ['check']), check('knip', ['--no-progress'])]),
)
await step('Types', () => Promise.all(packages.map((folder) => check('tsc', ['-p', folder]))))
await step('Unit and component tests', async () => {
  const report = join(results, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  await tests('vitest', ['run', ...reporters], vitestCounts, report)
})
await step('Store on an older PostgreSQL', async () => {
  await withOlderPostgres(async (TEST_DATABASE_URL) => {
    const report = join(results, 'older-postgres.json')
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`]
    const folders = ['src/stores', 'src/commit', 'src/backup', 'testing'].map((name) => `apps/signal-server/${name}`)
    const env = { ...process.env, TEST_DATABASE_URL }
    await tests('vitest', ['run', '--project', 'server', ...reporters, ...folders], vitestCounts, report, { env })
  })
})
const built = await step('Build', build)
if (built) {
  await step('End-to-end tests', async () => {
    const report = join(results, 'playwright.json')
    const env = { ...process.env, E2E_CHROMIUM: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: report }
    const cwd = join(root, 'e2e')
    await tests('playwright', ['test', '--reporter=list,json'], playwrightCounts, report, { cwd, env })
  })
}

if (total.passed === 0) console.error('No test has passed, so nothing is proven.')
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

/** Runs one step and goes on after a failure, so that one run tells everything; returns whether it went well. */
async function step(name, run) {
  console.log(`\n── ${name}`)
  const started = performance.now()
  const failedBefore = total.failed
  try {
    await run()
  } catch (error) {
    total.failed += 1
    console.error(error instanceof Error ? error.message : error)
  }
  const well = total.failed === failedBefore
  console.log(`${well ? '✓' : '✗'} ${name} (${((performance.now() - started) / 1_000).toFixed(1)} s)`)
  return well
}

/** A tool that finds no fault says nothing; each that finds one counts as one failure. */
async function check(program, args) {
  const { code, output } = await runCommand(program, args)
  if (code === 0) return
  total.failed += 1
  console.error(`${program} ${args.join(' ')}\n${output}`)
}

/** A runner that fails without a failed test (a file that does not load, none found) counts as one failure. */
async function tests(program, args, countsOf, report, options = {}) {
  const { code } = await runCommand(program, args, { ...options, show: true })
  const { passed, failed } = countsOf(report)
  if (passed + failed === 0) throw new Error(`${program} ran no test`)
  total.passed += passed
  total.failed += failed
  if (code !== 0 && failed === 0) throw new Error(`${program} failed outside its tests (exit ${code})`)
}
