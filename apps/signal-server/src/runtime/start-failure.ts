import { ConfigError } from './config-problems.ts'
import { isErrno } from './errno.ts'
import { StartError } from './start-error.ts'

const diskFaults: Record<string, string> = {
  EROFS: 'the disk is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'it is inside something that is not a folder',
}

/** What to tell the operator when the server does not start: one line they can act on, or a stack when it is our fault. */
export function describeStartFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof StartError) return error.message
  if (!(error instanceof Error)) return String(error)
  return addressFault(error) ?? diskFault(error) ?? databaseFault(error) ?? error.stack ?? error.message
}

function addressFault(error: Error): string | null {
  const port = 'port' in error ? String(error.port) : '?'
  if (isErrno(error, 'EADDRINUSE'))
    return `Port ${port} is taken. Stop what uses it, or set PORT to another: PORT=3001 npm start`
  if (!isErrno(error, 'EADDRNOTAVAIL', 'ENOTFOUND') || error.syscall === 'connect') return null
  return `This machine has no address such as HOST says (${error.message})`
}

function diskFault(error: Error): string | null {
  if (!isErrno(error, ...Object.keys(diskFaults)) || error.path === undefined) return null
  const fault = diskFaults[error.code ?? ''] ?? error.message
  return `Cannot write ${error.path}: ${fault}. Set DATA_DIR to a folder that can be written.`
}

/** Of the server at DATABASE_URL; its errors hold no password. */
function databaseFault(error: Error): string | null {
  if (isErrno(error, 'ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN')) {
    return `The database at DATABASE_URL cannot be reached (${error.code})`
  }
  if (isErrno(error, '28P01', '28000', '3D000')) return `The database at DATABASE_URL refuses us: ${error.message}`
  return null
}
