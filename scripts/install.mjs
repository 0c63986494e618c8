import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { announce } from './announce.mjs'
import { pnpm } from './pnpm.mjs'
import { root } from './root.mjs'

const stamp = join(root, 'node_modules/.installed')

/** Installs what the lockfile says, unless that is what was installed last. */
export async function install() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const done = announce('Installing packages')
  const { code, output } = await pnpm([
    'install',
    '--frozen-lockfile',
    '--config.minimumReleaseAge=0',
    '--config.confirmModulesPurge=false',
  ])
  if (code !== 0) throw new Error(`The packages could not be installed:\n${output}`)
  writeFileSync(stamp, wanted)
  done()
}

/** Of the lockfile and of all that pnpm compares with it. */
export function fingerprint() {
  const hash = createHash('sha256')
    .update(process.versions.node.split('.')[0])
    .update(process.platform + process.arch)
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()])
    hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function manifests() {
  const workspaces = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => `${folder}/${name}`),
  )
  return ['.', 'e2e', ...workspaces.sort()]
    .map((folder) => `${folder}/package.json`)
    .filter((file) => existsSync(join(root, file)))
}
