import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isErrno } from './errno.ts'
import { identityOf, isRunning, type ProcessIdentity } from './process-identity.ts'

const FAST_STOP_MS = 10_000
const POLL_MS = 15

/**
 * Stops a PostgreSQL that a killed server left behind, and removes the mark of one that is gone. Only for the holder
 * of the instance lock: nobody else uses this cluster then.
 */
export async function stopLeftover(folder: string): Promise<'none' | 'stopped' | 'stale'> {
  const pid = markedPid(folder)
  if (pid === null) return 'none'
  const process = identityOf(pid)
  if (!isRunning(process) || !commandLine(pid).includes(folder)) {
    // The number may belong to another process by now, which would make PostgreSQL refuse to start. Its own check of
    // shared memory still refuses while an orphaned backend lives.
    rmSync(join(folder, 'postmaster.pid'), { force: true })
    return 'stale'
  }
  await stopPostgres(process, FAST_STOP_MS)
  return 'stopped'
}

/** Fast shutdown; an immediate one, which the next start recovers from, when that takes too long. */
export async function stopPostgres(process: ProcessIdentity, fastMs: number): Promise<void> {
  signal(process, 'SIGINT')
  if (await hasEnded(process, fastMs)) return
  signal(process, 'SIGQUIT')
  if (await hasEnded(process, 1_000)) return
  signal(process, 'SIGKILL')
  await hasEnded(process, 1_000)
}

async function hasEnded(process: ProcessIdentity, withinMs: number): Promise<boolean> {
  for (const deadline = performance.now() + withinMs; performance.now() < deadline; await pause(POLL_MS)) {
    if (!isRunning(process)) return true
  }
  return !isRunning(process)
}

function signal(process: ProcessIdentity, name: NodeJS.Signals): void {
  try {
    globalThis.process.kill(process.pid, name)
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error
  }
}

/** The first line of the mark is the postmaster's process number. */
function markedPid(folder: string): number | null {
  try {
    const pid = Number.parseInt(readFileSync(join(folder, 'postmaster.pid'), 'utf8'), 10)
    return Number.isInteger(pid) && pid > 1 ? pid : null
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    throw error
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    // It has ended meanwhile.
    return ''
  }
}
