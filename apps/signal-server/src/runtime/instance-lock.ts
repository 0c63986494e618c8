import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from './data-folder.ts'
import { isErrno } from './errno.ts'
import { type ProcessIdentity, identityOf, isRunning } from './process-identity.ts'
import { StartError } from './start-error.ts'

export interface Owner extends ProcessIdentity {
  port: number
}

export interface InstanceLock {
  release(): void
}

/** A lock is written in one go right after it is made; one that stays empty this long was left by a crash. */
const EMPTY_TRIES = 20
const EMPTY_WAIT_MS = 25

/** One server a data folder: a second one is told who owns it. A lock whose process is gone is taken over. */
export function lockInstance(dataDir: string, port: number): InstanceLock {
  makeDataFolder(dataDir)
  const file = join(dataDir, 'server.lock')
  const self: Owner = { ...identityOf(process.pid), port }
  const text = `${JSON.stringify(self)}\n`
  for (let emptyTries = 0; !create(file, text); ) {
    const found = read(file)
    const owner = parseOwner(found)
    if (owner !== null && isRunning(owner)) throw new OwnedError(dataDir, owner)
    if (found === '' && emptyTries++ < EMPTY_TRIES) pause(EMPTY_WAIT_MS)
    else if (found !== null) takeAway(file, found)
  }
  return { release: () => releaseOwn(file, text) }
}

export class OwnedError extends StartError {
  readonly owner: Owner

  constructor(dataDir: string, owner: Owner) {
    super(
      `Another server owns ${dataDir}: process ${owner.pid}, port ${owner.port}. Stop it, or set DATA_DIR to another folder.`,
    )
    this.owner = owner
  }
}

function create(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false
    throw error
  }
}

/** Null: it has just been released. */
function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    throw error
  }
}

function parseOwner(text: string | null): Owner | null {
  if (text === null || !text.endsWith('\n')) return null
  try {
    const owner: unknown = JSON.parse(text)
    return isOwner(owner) ? owner : null
  } catch {
    // Not written by us, so nobody's.
    return null
  }
}

const isOwner = (value: unknown): value is Owner =>
  typeof value === 'object' && value !== null && 'pid' in value && typeof value.pid === 'number' && 'port' in value

/** Moves a dead owner's lock aside; if somebody else took it over in the meantime, theirs is put back. */
function takeAway(file: string, dead: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return
    throw error
  }
  if (read(aside) === dead) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

function releaseOwn(file: string, text: string): void {
  if (read(file) === text) rmSync(file, { force: true })
}

const pause = (ms: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}
