import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { freePort } from '../../src/runtime/free-port.ts'
import { checkoutFolder } from '../../src/runtime/server-folder.ts'
import { type Figure, rounded } from '../measure/figure.ts'
import { median } from '../measure/median.ts'

const warmStarts = 5
const coldStarts = 3
const readyWithinMs = 180_000
const run = promisify(execFile)

/** What a newcomer waits for: fresh clones of what is committed, in a folder with a space, started by `npm start`. */
export async function startFigures(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'beckon bench '))
  // The embedded database runs as an unprivileged user when we are root.
  await chmod(folder, 0o711)
  const env = cleanEnvironment(folder)
  try {
    const download = await seconds(async () => fillStore(await clone(folder, 'download'), env))
    const cold: number[] = []
    for (let i = 0; i < coldStarts; i++) {
      const checkout = await clone(folder, `cold ${i}`)
      cold.push(await startOnce(checkout, env))
    }
    const warm: number[] = []
    for (let i = 0; i < warmStarts; i++) warm.push(await startOnce(join(folder, 'cold 0'), env))
    return [
      { name: 'start_download_s', value: rounded(download), unit: 's' },
      { name: 'start_cold_s', value: rounded(median(cold)), unit: 's' },
      { name: 'start_warm_s', value: rounded(median(warm)), unit: 's' },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Nothing of this run's npm or settings, and a package store of its own that is empty at first. */
function cleanEnvironment(folder: string): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_EXTRA_CA_CERTS']
  const env = Object.fromEntries(kept.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : [])))
  const inFolder = {
    XDG_DATA_HOME: join(folder, 'data home'),
    XDG_CACHE_HOME: join(folder, 'cache home'),
    XDG_STATE_HOME: join(folder, 'state home'),
    npm_config_cache: join(folder, 'npm cache'),
  }
  return { ...env, ...inFolder }
}

async function clone(folder: string, name: string): Promise<string> {
  const checkout = join(folder, name)
  await run('git', ['clone', '--quiet', checkoutFolder, checkout])
  return checkout
}

/** pnpm itself and every package of the lockfile come from the registry; nothing is unpacked into the checkout. */
async function fillStore(checkout: string, env: NodeJS.ProcessEnv): Promise<void> {
  const script = `
    const { pnpm } = await import('./scripts/pnpm.mjs')
    const { code, output } = await pnpm(['fetch', '--config.minimumReleaseAge=0'])
    if (code !== 0) throw new Error(output)`
  await run(process.execPath, ['--input-type=module', '--eval', script], { cwd: checkout, env })
}

/** Seconds from the command to the first answer that the server is ready; then it is stopped. */
async function startOnce(checkout: string, env: NodeJS.ProcessEnv): Promise<number> {
  const port = await freePort()
  let npm: ChildProcess | undefined
  const took = await seconds(async () => {
    npm = spawn('npm', ['start'], {
      cwd: checkout,
      env: { ...env, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'inherit'],
      // A group of its own, so that npm and the server can be told to stop together.
      detached: true,
    })
    await ready(port, npm)
  })
  if (npm?.pid !== undefined) {
    process.kill(-npm.pid, 'SIGTERM')
    if (npm.exitCode === null && npm.signalCode === null) await once(npm, 'exit')
  }
  await gone(port)
  return took
}

async function ready(port: number, npm: ChildProcess): Promise<void> {
  for (const until = performance.now() + readyWithinMs; performance.now() < until; await pause(20)) {
    if (npm.exitCode !== null) throw new Error(`npm start ended with ${npm.exitCode}`)
    if ((await statusOf(port)) === 200) return
  }
  throw new Error('the server was not ready in time')
}

/** npm may end before the server has; the next start needs its folder. */
async function gone(port: number): Promise<void> {
  while ((await statusOf(port)) !== undefined) await pause(20)
  await pause(500)
}

async function statusOf(port: number): Promise<number | undefined> {
  try {
    return (await fetch(`http://localhost:${port}/readyz`)).status
  } catch {
    // Nobody listens there.
    return undefined
  }
}

async function seconds(act: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await act()
  return (performance.now() - started) / 1_000
}
