import { readFileSync } from 'node:fs'
import { isErrno } from './errno.ts'

/** A process, told apart from a later one that was given the same number. */
export interface ProcessIdentity {
  pid: number
  /** Boot and start time; null where the system has no /proc. */
  startedAt: string | null
}

export const identityOf = (pid: number): ProcessIdentity => ({ pid, startedAt: startOf(pid) })

/** Whether this very process runs. A zombie does not. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  if (!exists(pid)) return false
  return startedAt === null || startOf(pid) === startedAt
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    if (isErrno(error, 'ESRCH')) return false
    // It is there, but somebody else's.
    if (isErrno(error, 'EPERM')) return true
    throw error
  }
}

function startOf(pid: number): string | null {
  try {
    // proc(5): the command name in brackets may hold spaces; field 3 (state) follows it, field 22 is the start time.
    const [state, ...rest] = readFileSync(`/proc/${pid}/stat`, 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    if (state === 'Z' || state === 'X') return 'ended'
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${rest[18]}`
  } catch (error) {
    if (isErrno(error, 'ENOENT', 'ESRCH', 'EACCES')) return null
    throw error
  }
}
