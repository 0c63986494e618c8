import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkoutFolder } from '../../src/runtime/server-folder.ts'
import { type Figure, fromPairs, type Pair } from '../measure/figure.ts'

/** What a real browser fetches, step by step. */
export const pageFigures = (): Promise<Figure[]> => inBrowsers<Figure>('page-weight.ts')

export interface CallWish {
  pairs: number
  /** Also print where the time goes. */
  trace: boolean
}

/** From the click on the button to a panel that can be used, on a slow phone's line. */
export const openFigures = (): Promise<Figure[]> => inBrowsers<Figure>('open-time.ts')

/** How soon an agent with a long past can work, and how smoothly a very long chat scrolls. */
export const consoleFigures = (): Promise<Figure[]> => inBrowsers<Figure>('console-speed.ts')

/** From the click to the other side's voice, between two real browsers. */
export async function callFigures(wish: CallWish): Promise<Figure[]> {
  const pairs = await inBrowsers<Pair<number>>('call-time.ts', [String(wish.pairs), ...(wish.trace ? ['trace'] : [])])
  return [fromPairs('call_click_to_heard_ms', 'ms', pairs, (ms) => ms)]
}

/** Runs a measurement of `e2e/bench`, where the browsers are, and takes what it found. */
async function inBrowsers<Found>(module: string, args: string[] = []): Promise<Found[]> {
  const child = fork(join(checkoutFolder, 'e2e/bench', module), args, {
    cwd: checkoutFolder,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, E2E_CHROMIUM: await browserPath() },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const found: Found[] = []
  child.on('message', (message) => found.push(...(message as Found[])))
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`e2e/bench/${module} ended with ${code}`)
  return found
}

/** The browser the tests use. */
async function browserPath(): Promise<string> {
  const script = pathToFileURL(join(checkoutFolder, 'scripts/find-browser.mjs')).href
  const { findBrowser } = (await import(script)) as { findBrowser(): Promise<string> }
  return findBrowser()
}
