import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { isErrno } from './errno.ts'

export interface SystemUser {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root, so it runs as `nobody` then. Null: we are not root, nothing needs to change. */
export const unprivilegedUser = (): SystemUser | null => (process.getuid?.() === 0 ? nobody() : null)

/** A cluster stays with the user it was made for. */
export function clusterUser(folder: string): SystemUser | null {
  const user = unprivilegedUser()
  return user === null ? null : (ownerOf(folder) ?? user)
}

function ownerOf(folder: string): SystemUser | null {
  try {
    const { uid, gid } = statSync(folder)
    return uid === 0 ? null : { uid, gid }
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    throw error
  }
}

function nobody(): SystemUser {
  const fields = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const entry = fields.find(([name]) => name === 'nobody')
  return entry === undefined ? { uid: 65_534, gid: 65_534 } : { uid: Number(entry[2]), gid: Number(entry[3]) }
}

/** Enter a folder, run a file. Asked of the system as that user: modes, access lists and mounts all have a say. */
export function mayExecute(user: SystemUser | null, path: string): boolean {
  if (user === null) return true
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
