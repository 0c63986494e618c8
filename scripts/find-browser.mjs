import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The path of a Chromium: the one named, Playwright's own, the system's, or one that is installed now. */
export async function findBrowser() {
  const named = process.env.E2E_CHROMIUM
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named
    throw new Error(`E2E_CHROMIUM is ${named}, but there is no such file`)
  }
  const found = playwrightsOwn() ?? systems()
  if (found !== undefined) return found
  console.log('No Chromium here, installing one …')
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const tried = isRootOnDebian ? await byApt() : await byPlaywright()
  const installed = systems() ?? playwrightsOwn()
  if (installed !== undefined) return installed
  throw new Error(
    `No Chromium was found and none could be installed.\n${tried}\n` +
      'Install one ("apt-get install chromium", "npx playwright install chromium") or set E2E_CHROMIUM to its path.',
  )
}

function playwrightsOwn() {
  const { chromium } = createRequire(join(root, 'e2e/package.json'))('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

function systems() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const macs = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
  const candidates = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...candidates, ...macs].find((path) => existsSync(path))
}

async function byApt() {
  await runCommand('apt-get', ['update', '-q'])
  return (await runCommand('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { show: true }))
    .output
}

async function byPlaywright() {
  return (await runCommand('playwright', ['install', 'chromium'], { cwd: join(root, 'e2e'), show: true })).output
}
