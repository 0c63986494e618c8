import { existsSync, readFileSync } from 'node:fs'

const none = { passed: 0, failed: 0 }

/** A test that is skipped counts as neither, a file that does not load as one failure. */
export function vitestCounts(report) {
  if (!existsSync(report)) return none
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}

/** A flaky test passed only on a second try: that is a failure. */
export function playwrightCounts(report) {
  if (!existsSync(report)) return none
  const { stats, errors } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
