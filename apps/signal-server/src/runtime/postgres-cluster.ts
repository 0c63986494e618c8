import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder.ts'
import { POSTGRES_MAJOR, postgresBinaries, SHARED_FOLDER } from './postgres-binaries.ts'
import { readOrCreateSecret } from './secret-file.ts'
import { StartError } from './start-error.ts'
import { clusterUser, mayExecute, type SystemUser, unprivilegedUser } from './unprivileged-user.ts'

export interface PostgresCluster {
  /** PostgreSQL's own data directory. */
  folder: string
  /** Holds `bin/postgres`. */
  binaries: string
  /** Of the only role, `beckon`. */
  password: string
  /** Who the processes run as; null: as ourselves. */
  user: SystemUser | null
}

/** Finds the cluster of a data folder, or makes it. */
export function postgresCluster(dataDir: string): PostgresCluster {
  makeDataFolder(dataDir)
  const password = readOrCreateSecret(join(dataDir, 'postgres-password'), () => randomBytes(32).toString('base64url'))
  const folder = clusterFolder(dataDir)
  const user = clusterUser(folder)
  const cluster = { folder, binaries: postgresBinaries(user), password, user }
  if (existsSync(folder)) refuseOtherVersion(folder)
  else create(cluster)
  return cluster
}

/**
 * Inside the data folder; but where root's database user may not enter that, in a folder of its own under
 * `/var/lib/beckon`, whose path is then kept in the data folder.
 */
function clusterFolder(dataDir: string): string {
  const inside = join(dataDir, 'postgres')
  const pointer = join(dataDir, 'postgres-location')
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim()
  if (existsSync(inside) || mayExecute(unprivilegedUser(), dataDir)) return inside
  const folder = join(SHARED_FOLDER, `data-${randomBytes(6).toString('hex')}`)
  mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 })
  writeFileSync(pointer, `${folder}\n`, { flush: true })
  return folder
}

function refuseOtherVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version === POSTGRES_MAJOR) return
  throw new StartError(
    `${folder} was made by PostgreSQL ${version}, but this version of Beckon brings PostgreSQL ${POSTGRES_MAJOR}. ` +
      'Start the version of Beckon that made it, run "npm run backup -- FILE", come back, set DATA_DIR to a new folder and run "npm run restore -- FILE".',
  )
}

/** Made aside and renamed, so that a crash in the middle leaves nothing that looks whole. */
function create(cluster: PostgresCluster): void {
  const draft = `${cluster.folder}.new`
  const passwordFile = `${cluster.folder}.password`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 })
  if (cluster.user !== null) {
    for (const path of [draft, passwordFile]) chownSync(path, cluster.user.uid, cluster.user.gid)
  }
  try {
    runInitdb(cluster, draft, passwordFile)
    chmodSync(draft, 0o700)
    renameSync(draft, cluster.folder)
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function runInitdb(cluster: PostgresCluster, draft: string, passwordFile: string): void {
  const options = ['--username=beckon', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-instructions']
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const { status, stderr, error } = spawnSync(
    join(cluster.binaries, 'bin', 'initdb'),
    [`--pgdata=${draft}`, ...options, ...locale],
    { ...cluster.user, cwd: '/', env: { PATH: '/usr/bin:/bin', TZ: 'UTC' }, encoding: 'utf8' },
  )
  if (status === 0) return
  const reason =
    error?.message ?? stderr.split('\n').find((line) => /error|fatal|could not/i.test(line)) ?? stderr.trim()
  throw new StartError(`The embedded PostgreSQL could not be set up in ${cluster.folder}: ${reason}`)
}
