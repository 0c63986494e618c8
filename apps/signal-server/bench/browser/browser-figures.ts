import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkoutFolder } from '../../src/runtime/server-folder.ts'
import type { Figure } from '../measure/figure.ts'

/** What a real browser fetches, step by step. */
export const pageFigures = (): Promise<Figure[]> => inBrowsers('page-weight.ts')

/** Runs a measurement of `e2e/bench`, where the browsers are, and takes its figures. */
async function inBrowsers(module: string): Promise<Figure[]> {
  const child = fork(join(checkoutFolder, 'e2e/bench', module), {
    cwd: checkoutFolder,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, E2E_CHROMIUM: await browserPath() },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const figures: Figure[] = []
  child.on('message', (message) => figures.push(...(message as Figure[])))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`e2e/bench/${module} ended with ${code}`)
  return figures
}

/** The browser the tests use. */
async function browserPath(): Promise<string> {
  const script = pathToFileURL(join(checkoutFolder, 'scripts/find-browser.mjs')).href
  const { findBrowser } = (await import(script)) as { findBrowser(): Promise<string> }
  return findBrowser()
}
