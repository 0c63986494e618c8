import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from './announce.mjs'
import { fingerprint } from './install.mjs'
import { root } from './root.mjs'
import { runCommand } from './run-command.mjs'
import { sourceFingerprint } from './source-fingerprint.mjs'

/** What is built, and from which folders. */
const targets = [
  { app: 'apps/customer-web', from: ['apps/customer-web', 'packages/shared'], build: buildPages },
  { app: 'apps/agent-console', from: ['apps/agent-console', 'packages/shared'], build: buildPages },
  { app: 'apps/signal-server', from: ['apps/signal-server/src', 'packages/shared'], build: buildServer },
]

/** Builds what changed since it was built; returns whether anything was. */
export async function build() {
  const installed = fingerprint()
  const stale = targets.filter((target) => readStamp(target) !== stampOf(target, installed))
  if (stale.length === 0) return false
  const done = announce(`Building ${stale.map(({ app }) => app.replace('apps/', '')).join(', ')}`)
  const outcomes = await Promise.allSettled(
    stale.map(async (target) => {
      const stamp = stampOf(target, installed)
      await target.build(target.app)
      mkdirSync(join(root, target.app, 'dist'), { recursive: true })
      writeFileSync(stampFile(target), stamp)
    }),
  )
  // Every build has ended by now, so that none writes on after the failure of another is told.
  const failures = outcomes.filter(({ status }) => status === 'rejected').map(({ reason }) => reason)
  if (failures.length > 0) throw failures[0]
  done()
  return true
}

const stampFile = ({ app }) => join(root, app, 'node_modules/.built')
const stampOf = ({ from }, installed) => `${installed} ${sourceFingerprint(from)}`

function readStamp(target) {
  const whole = existsSync(join(root, target.app, 'dist')) && existsSync(stampFile(target))
  return whole ? readFileSync(stampFile(target), 'utf8') : null
}

async function buildPages(app) {
  const cwd = join(root, app)
  const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'))
  const env = { ...process.env, NODE_ENV: 'production' }
  const { code, output } = await runCommand(scripts.build, [], { cwd, env, shell: true })
  if (code !== 0) throw new Error(`${app} could not be built:\n${output}`)
}

async function buildServer(app) {
  const { build: bundle, stop } = await import('esbuild')
  const { dependencies } = JSON.parse(readFileSync(join(root, app, 'package.json'), 'utf8'))
  const packages = Object.keys(dependencies).filter((name) => !name.startsWith('@beckon/'))
  await bundle({
    entryPoints: [join(root, app, 'src/main.ts')],
    outfile: join(root, app, 'dist/main.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'error',
    external: packages.flatMap((name) => [name, `${name}/*`]),
  })
  // Its helper process would live as long as the server.
  await stop()
}
