import './require-node.mjs'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'

const { orExplain } = await import('./or-explain.mjs')
const { install } = await import('./install.mjs')
const { build } = await import('./build.mjs')
const { root } = await import('./root.mjs')

/** Editors write a file in several steps. */
const SETTLE_MS = 100

await orExplain(install)
await orExplain(build)
let server = startServer()
let timer
let rebuilding = Promise.resolve()

for (const folder of ['apps', 'packages']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (file === null || /node_modules|[\\/]dist[\\/]|\.test\./.test(file)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      rebuilding = rebuilding.then(rebuild)
    }, SETTLE_MS)
  })
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => void stopServer().then(() => process.exit(0)))
}

/** Pages reconnect by themselves; reload one to see its own change. A build that fails leaves the server as it is. */
async function rebuild() {
  try {
    if (!(await build())) return
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return
  }
  await stopServer()
  server = startServer()
}

function startServer() {
  const main = join(root, 'apps/signal-server/dist/main.mjs')
  return spawn(process.execPath, ['--enable-source-maps', '--max-semi-space-size=32', main], {
    cwd: root,
    stdio: 'inherit',
  })
}

async function stopServer() {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
}
