import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { isErrno } from './errno.ts'
import { freePort } from './free-port.ts'
import type { PostgresCluster } from './postgres-cluster.ts'
import { StartError } from './start-error.ts'

export interface PostgresProcess {
  child: ChildProcess
  port: number
  url: string
}

/** Backends of a killed postmaster hold its shared memory for a moment; a port may be taken between look and use. */
const RETRY_FOR_MS = 10_000
const RETRY_PAUSE_MS = 100
const POLL_MS = 10
/** Recovery after a crash replays at most a few gigabytes of log. */
const READY_WITHIN_MS = 120_000
const PASSING = /lock file|shared memory|could not bind|could not create any TCP\/IP sockets/

/** Starts PostgreSQL and waits until it answers; on `port`, or on a free one. */
export async function startPostgres(
  cluster: PostgresCluster,
  logFile: string,
  port?: number,
): Promise<PostgresProcess> {
  for (const deadline = performance.now() + RETRY_FOR_MS; ; await pause(RETRY_PAUSE_MS)) {
    const logStart = sizeOf(logFile)
    const started = spawnPostgres(cluster, logFile, port ?? (await freePort()))
    if (await isReady(started)) return started
    const reason = readFileSync(logFile, 'utf8').slice(logStart)
    // Killed while it recovered: by somebody else, and no reason not to try again.
    const passes = started.child.signalCode !== null || PASSING.test(reason)
    if (!passes || performance.now() > deadline) {
      throw new StartError(`The embedded PostgreSQL did not start: ${firstFault(reason)} (more in ${logFile})`)
    }
  }
}

function spawnPostgres(cluster: PostgresCluster, logFile: string, port: number): PostgresProcess {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    // An acknowledged message must survive a power cut: these three are PostgreSQL's defaults and stay so.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // What people write must not reach the log through an error's detail or statement.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_timezone: 'UTC',
    timezone: 'UTC',
  }
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(
    join(cluster.binaries, 'bin', 'postgres'),
    ['-D', cluster.folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...cluster.user,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin' },
      // A process group of its own: Ctrl-C must not stop it before the server has drained.
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log, log],
    },
  )
  child.unref()
  closeSync(log)
  return { child, port, url: `postgresql://beckon:${cluster.password}@127.0.0.1:${port}/beckon` }
}

/** False: it has ended instead. */
async function isReady({ child, url }: PostgresProcess): Promise<boolean> {
  let spawnFault: Error | null = null
  child.once('error', (error) => {
    spawnFault = error
  })
  for (const deadline = performance.now() + READY_WITHIN_MS; performance.now() < deadline; await pause(POLL_MS)) {
    if (spawnFault !== null) throw spawnFault
    if (child.exitCode !== null || child.signalCode !== null) return false
    const answer = await tryConnect(url)
    if (answer === 'ready') return true
    if (answer === 'no-database') await createDatabase(url)
  }
  throw new StartError('The embedded PostgreSQL did not answer in time')
}

async function tryConnect(url: string): Promise<'ready' | 'not-yet' | 'no-database'> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return 'ready'
  } catch (error) {
    if (isErrno(error, '3D000')) return 'no-database'
    // Not listening yet, or killed in the middle of the greeting; still recovering, or stopping under our hands.
    if (!(error instanceof pg.DatabaseError) || error.code?.startsWith('57P')) return 'not-yet'
    throw error
  } finally {
    await client.end()
  }
}

async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url)
  maintenance.pathname = '/postgres'
  const client = new pg.Client({ connectionString: maintenance.href })
  await client.connect()
  try {
    await client.query('create database beckon')
  } finally {
    await client.end()
  }
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return 0
    throw error
  }
}

const firstFault = (log: string): string => {
  const lines = log.split('\n').filter((line) => line.trim() !== '')
  return lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'it ended at once'
}
